#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# What bash offers for parallax-cli: every command, its options, the formats.
#
#   completion.sh PARALLAX-CLI
set -u
cli=$1
top=$(cd "$(dirname "$0")/../.." && pwd)
. "$top/data/parallax-cli.bash"
failed=0

# offer N WORD…: what is offered at the N-th word.
offer() {
  COMP_CWORD=$1; shift
  COMP_WORDS=("$@")
  _parallax_cli "$cli" "${COMP_WORDS[COMP_CWORD]}" "${COMP_WORDS[COMP_CWORD - 1]}"
}

# wants WORD…: these are offered.
wants() {
  local word
  for word in "$@"; do
    [[ " ${COMPREPLY[*]} " == *" $word "* ]] || { echo "“$word” is not among: ${COMPREPLY[*]}"; failed=1; }
  done
}

offer 1 parallax-cli ""
# The table of commands, where the program keeps it.
mapfile -t commands < <(sed -n 's/^ *\.name = "\([a-z]*\)",$/\1/p' "$top/src/cli/main.c")
[ ${#commands[@]} -gt 10 ] || { echo "the table of commands was not found"; failed=1; }
wants "${commands[@]}" --help --version
[ ${#COMPREPLY[@]} -eq $((${#commands[@]} + 2)) ] || { echo "more is offered than there is: ${COMPREPLY[*]}"; failed=1; }
offer 1 parallax-cli "exp"
[ "${COMPREPLY[*]}" = export ] || { echo "“exp” gives ${COMPREPLY[*]}"; failed=1; }
offer 2 parallax-cli export "--"
wants --format= --output= --strict --inline --utf16 --document= --help
offer 4 parallax-cli export --format = ""
COMPREPLY=(); offer 4 parallax-cli export --format "=" "te"
wants tei tei-inline
offer 2 parallax-cli import "--res"
[ "${COMPREPLY[*]}" = --rest ] || { echo "“--res” gives ${COMPREPLY[*]}"; failed=1; }
for command in "${commands[@]}"; do
  offer 2 parallax-cli "$command" "--"
  wants --help
done
cd "$top/data/sample" && offer 3 parallax-cli import x.parallax "1-har"
wants 1-harbour-post.txt
[ $failed = 0 ] && echo "completion knows ${#commands[@]} commands"
exit $failed

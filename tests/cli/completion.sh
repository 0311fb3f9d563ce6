#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# What bash offers for parallax-cli: every command, its options, their words; and for parallax.
#
#   completion.sh PARALLAX-CLI PARALLAX
set -u
cli=$(realpath "$1") window=$(realpath "$2")
top=$(cd "$(dirname "$0")/../.." && pwd)
. "$top/data/completion/parallax-cli.bash"
. "$top/data/completion/parallax.bash"
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

# is WORD…: these are offered and nothing else.
is() { [ "${COMPREPLY[*]}" = "$*" ] || { echo "“$*” is wanted, offered is: ${COMPREPLY[*]}"; failed=1; }; }

offer 1 parallax-cli ""
# The table of commands, where the program keeps it.
mapfile -t commands < <(sed -n 's/^ *\.name = "\([a-z]*\)",$/\1/p' "$top/src/cli/main.c")
[ ${#commands[@]} -gt 10 ] || { echo "the table of commands was not found"; failed=1; }
wants "${commands[@]}" --help --version
[ ${#COMPREPLY[@]} -eq $((${#commands[@]} + 2)) ] || { echo "more is offered than there is: ${COMPREPLY[*]}"; failed=1; }
offer 1 parallax-cli "exp"
is export
offer 2 parallax-cli export "--"
wants --format= --output= --strict --inline --utf16 --document= --help
offer 4 parallax-cli export --format = ""
COMPREPLY=(); offer 4 parallax-cli export --format "=" "te"
wants tei tei-inline
offer 2 parallax-cli export "--f"
is --format=
offer 4 parallax-cli compare --format "=" ""
is csv html json
offer 2 parallax-cli compare --format=c
is csv
offer 4 parallax-cli import --format "=" "te"
is tei tei-inline
offer 4 parallax-cli search --sort "=" ""
is article left right
offer 4 parallax-cli tag --polarity "=" ""
is affirms denies
offer 4 parallax-cli tag --note "=" ""
is
offer 3 parallax-cli list x.parallax ""
is documents outlets fields tags entities annotations questions silences relations relation-kinds annotators suggestions history
offer 3 parallax-cli list x.parallax "rel"
is relations relation-kinds
offer 2 parallax-cli import "--res"
is --rest
for command in "${commands[@]}"; do
  offer 2 parallax-cli "$command" "--"
  wants --help
done
cd "$top/data/sample" && offer 3 parallax-cli import x.parallax "1-har"
wants 1-harbour-post.txt

_parallax "$window" "--" parallax
wants --version --help
folder=$(mktemp -d)
mkdir "$folder/deeper"
touch "$folder/storm.parallax" "$folder/storm.txt"
_parallax "$window" "$folder/" parallax
is "$folder/storm.parallax" "$folder/deeper"
rm -r "$folder"
[ $failed = 0 ] && echo "completion knows ${#commands[@]} commands"
exit $failed

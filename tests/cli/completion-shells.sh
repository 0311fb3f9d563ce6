#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# What zsh and fish offer for parallax-cli and parallax: every command, its options, their words.
#
#   completion-shells.sh SHELL PARALLAX-CLI PARALLAX
set -u
shell=$1 cli=$(realpath "$2") window=$(realpath "$3")
here=$(cd "$(dirname "$0")" && pwd)
files=$(cd "$here/../../data/completion" && pwd)
failed=0
export HOME=/nonexistent
cd "$here/../../data/sample" || exit 1

# offer LINE: what is offered at its end, one a line.
offer() {
  line=$1
  case $shell:$line in
    zsh:parallax-cli*) offered=$("$here/completion.zsh" "$files/_parallax" "$cli" "$line") ;;
    zsh:*) offered=$("$here/completion.zsh" "$files/_parallax" "$window" "$line") ;;
    # Words behind an option come with it.
    fish:*) offered=$(fish --no-config -c 'set PATH $argv[1] $argv[2] $PATH; for f in $argv[3]/*.fish; source $f; end; complete --do-complete $argv[4]' \
      "${cli%/*}" "${window%/*}" "$files" "$line" | sed -e 's/\t.*//' -e 's/^--.*=\(.\)/\1/') ;;
  esac
}

# wants WORD…: these are offered.
wants() {
  local word
  for word in "$@"; do
    grep -qxF -e "$word" <<<"$offered" || { echo "$shell: “$word” is not offered for “$line”: $offered"; failed=1; }
  done
}

# is WORD…: these are offered and nothing else.
is() {
  [ "$(sort <<<"$offered")" = "$(printf '%s\n' "$@" | sort)" ] || { echo "$shell: “$*” is wanted for “$line”, offered is: $offered"; failed=1; }
}

mapfile -t commands < <("$cli" --help | awk '/^Commands:/ { on = 1; next } on && /^  [a-z]/ { print $1 }')
[ ${#commands[@]} -gt 10 ] || { echo "the program tells no commands"; failed=1; }
offer "parallax-cli "
wants "${commands[@]}"
offer "parallax-cli exp"
is export
for command in "${commands[@]}"; do
  offer "parallax-cli $command --"
  mapfile -t options < <("$cli" "$command" --help | grep -oE '^ +(-[a-z], )?--[a-z0-9-]+=?' | grep -oE -e '--.*')
  [ ${#options[@]} -gt 2 ] || { echo "“$command” tells no options"; failed=1; }
  is "${options[@]}"
done
offer "parallax-cli export --format=te"
is tei tei-inline
offer "parallax-cli compare --format="
is csv html json
offer "parallax-cli import --format=te"
is tei tei-inline
offer "parallax-cli search --sort="
is article left right
offer "parallax-cli list x.parallax rel"
is relations relation-kinds
offer "parallax-cli import x.parallax 1-har"
is 1-harbour-post.txt
offer "parallax-cli export --output=1-har"
is 1-harbour-post.txt
offer "parallax --"
wants --version --help
[ $failed = 0 ] && echo "$shell completes ${#commands[@]} commands"
exit $failed

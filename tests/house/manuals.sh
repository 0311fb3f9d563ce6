#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# manuals.sh PARALLAX PARALLAX-CLI PAGE: the manual pages tell every command and option that
# the programs have, and roff finds nothing wrong with them.
set -u
export LC_ALL=C.UTF-8 LANGUAGE=en
parallax=$1 cli=$2 cli_page=$3 page=data/man/parallax.1
bad=0

say() { printf '%s\n' "$*"; bad=1; }

# plain FILE: without the marks of roff
plain() { sed -e 's/\\-/-/g' -e 's/\\&//g' "$1"; }

options() { grep -oE -e '^  +(-[a-z], )?--[a-z-]+' | grep -oE -e '--[a-z-]+' | sort -u; }

for option in $("$parallax" --help | options); do
  plain "$page" | grep -qE -e "$option( |\"|\$)" || say "$page does not tell $option"
done

n=0
while read -r command; do
  n=$((n + 1))
  section=$(plain "$cli_page" | sed -n "/^\\.SS $command\$/,/^\\.S[SH] /p")
  [ -n "$section" ] || { say "$cli_page does not tell “$command”"; continue; }
  for option in $("$cli" "$command" --help | sed '/^Help Options:/,/^$/d' | options); do
    grep -q -e "^\\.B .*$option" <<<"$section" || say "$cli_page: “$command” lacks $option"
  done
done < <("$cli" --help | awk '/^Commands:/ { on = 1; next } on && /^  [a-z]/ { print $1 }')
[ "$n" -gt 10 ] || say "“$cli --help” lists $n commands"

if command -v groff >/dev/null; then
  for file in "$page" "$cli_page"; do
    warnings=$(groff -Tutf8 -K utf8 -man -ww -z "$file" 2>&1) || true
    [ -z "$warnings" ] || say "$file: $warnings"
  done
fi

[ "$bad" = 0 ] && echo "The manual pages tell $n commands and everything that they take."
exit "$bad"

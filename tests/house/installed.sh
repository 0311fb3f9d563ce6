#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# installed.sh BUILD: what others look for where Parallax is installed is there: the pictures of
# the guide beside the pages in every language, completion for each shell.
set -u
root=$(mktemp -d)
trap 'rm -rf "$root"' EXIT
bad=0
n=0

say() { printf '%s\n' "$*"; bad=1; }

DESTDIR=$root meson install -C "$1" --no-rebuild --quiet >"$root/log" 2>&1 || say "$(cat "$root/log")"
for page in $(find "$root" -path '*/help/*/parallax/*.page'); do
  for picture in $(grep -oE 'src="[^"]+"' "$page" | cut -d'"' -f2); do
    n=$((n + 1))
    [ -s "${page%/*}/$picture" ] || say "${page#"$root"} shows $picture, which is not there"
  done
done
[ "$n" -ge 30 ] || say "only $n pictures are shown by the guide"
for file in bash-completion/completions/parallax-cli zsh/site-functions/_parallax fish/vendor_completions.d/parallax-cli.fish; do
  [ -n "$(find "$root" -path "*/share/$file")" ] || say "$file is not installed"
done
[ "$bad" = 0 ] && echo "The guide finds $n pictures."
exit "$bad"

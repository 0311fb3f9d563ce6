#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Checks po/POTFILES.in: every source with strings for translators is listed, every listed
# file exists, and none is listed twice. Prints what is wrong and exits 1.

set -eu
export LC_ALL=C
cd "$(dirname "$0")/../.."

list=po/POTFILES.in
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# Outside a git clone (a release archive, the Flatpak builder) all files count as tracked.
if [ -e .git ]; then
  git ls-files -- src resources data >"$work/tracked"
else
  find src resources data -type f >"$work/tracked"
fi

sed -e 's/#.*//' -e 's/[[:space:]]*$//' -e '/^$/d' "$list" | sort >"$work/listed"

# A call ends its line or goes on with a literal; a macro definition does neither.
call='(^|[^A-Za-z0-9_])(_|C_|N_|NC_|Q_|d?ngettext|d?pgettext|npgettext|g_dngettext|g_dpgettext2?)[[:space:]]*\([[:space:]]*("|$)'

while IFS= read -r file; do
  [ -f "$file" ] || continue # deleted, the deletion not yet committed
  case $file in
    *.c | *.h) grep -qE "$call" "$file" && echo "$file" ;;
    *.ui) grep -qE "translatable=[\"'](yes|true|1)[\"']" "$file" && echo "$file" ;;
    *.desktop.in | *.metainfo.xml.in | *.gschema.xml) echo "$file" ;;
  esac || :
done <"$work/tracked" | sort >"$work/needed"

comm -13 "$work/listed" "$work/needed" | sed "s|.*|$list: & has strings for translators and is not listed|" >"$work/wrong"
uniq -d "$work/listed" | sed "s|.*|$list: & is listed twice|" >>"$work/wrong"
while IFS= read -r file; do
  [ -f "$file" ] || echo "$list: $file is listed and does not exist"
done <"$work/listed" >>"$work/wrong"

if [ -s "$work/wrong" ]; then
  cat "$work/wrong"
  exit 1
fi

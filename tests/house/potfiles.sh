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

# matching PATTERN NAME: the tracked files whose names end so and that have it.  One that is
# deleted, the deletion not yet committed, is passed over.
matching() {
  grep -E "\\.($2)\$" "$work/tracked" | xargs -r -d '\n' grep -lsE "$1" || :
}

{
  matching "$call" 'c|h'
  matching "translatable=[\"'](yes|true|1)[\"']" ui
  matching '' 'desktop\.in|metainfo\.xml\.in|gschema\.xml'
} | sort >"$work/needed"

comm -13 "$work/listed" "$work/needed" | sed "s|.*|$list: & has strings for translators and is not listed|" >"$work/wrong"
uniq -d "$work/listed" | sed "s|.*|$list: & is listed twice|" >>"$work/wrong"
while IFS= read -r file; do
  [ -f "$file" ] || echo "$list: $file is listed and does not exist"
done <"$work/listed" >>"$work/wrong"

if [ -s "$work/wrong" ]; then
  cat "$work/wrong"
  exit 1
fi

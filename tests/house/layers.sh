#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# The arrows of the house: which room may include which.  A room is a folder of
# src/core or src/ui, or src/picture; a file may include its own room and those listed for it.
set -u
cd "$(dirname "$0")/../.." || exit 2

declare -A may=(
  [base]=""
  [model]="base"
  [store]="base model"
  [verb]="base model store"
  [project]="base model store verb"
  [query]="base model store"
  [intake]="base model store verb"
  [format]="base model store verb"
  [list]="base model store verb project query"
  [picture]="CORE"
  [compat]="base"
  [session]="CORE"
  [help]="compat"
  [print]="CORE compat session"
  [reader]="CORE compat session"
  [board]="CORE compat session reader"
  [panels]="CORE compat session reader"
  [compare]="CORE picture compat session print"
  [dialogs]="CORE compat session"
  [window]="CORE compat session reader board panels compare dialogs print"
  [app]="CORE compat session reader board panels compare dialogs window help"
)
core=" base model store verb project query intake format list "
bad=0

say() { printf '%s\n' "$*"; bad=1; }

while read -r folder; do
  room=${folder##*/}
  # Headers that are read once for a library: no file includes them.
  [ "$room" = pch ] || [ -n "${may[$room]+known}" ] || say "$folder: room “$room” is not in tests/house/layers.sh"
done < <(find src/core src/picture src/ui -name '*.[ch]' -printf '%h\n' | sort -u)

while read -r file target; do
  room=${file%/*}
  room=${room##*/}
  allowed=" $room ${may[$room]-} "
  allowed=${allowed/ CORE / $core }
  case $room$allowed in
  pch*) ;;
  *" $target "*) ;;
  *) say "$file: includes from “$target”, which “$room” may not know" ;;
  esac
done < <(grep -rE --include='*.[ch]' '^#include "[a-z]+/' src/core src/picture src/ui | sed 's|^\([^:]*\):#include "\([a-z]*\)/.*|\1 \2|')

while read -r file; do
  say "$file: only the store speaks to SQLite"
done < <(grep -rl '<sqlite3.h>' src/core src/picture src/ui | grep -v '^src/core/\(store\|pch\)/')

while read -r file; do
  say "$file: GTK in core, pictures or command line"
done < <(grep -rlE '#include <(gtk|gdk|adwaita)' src/core src/picture src/cli 2>/dev/null)

# No trigger records these: plx_journal_insert() does.
while read -r file; do
  say "$file: adds annotations or their places past the journal"
done < <(grep -rlE 'INSERT( OR [A-Z]+)? INTO (annotation|span)\b' src 2>/dev/null)

# Version differences live in one room.
while read -r file; do
  say "$file: version checks belong into src/ui/compat"
done < <(grep -rlE '(GTK|ADW|GLIB)_CHECK_VERSION' src 2>/dev/null | grep -v '^src/ui/compat/')

# Nested main loops have no place in a program.
while read -r file; do
  say "$file: runs the main loop inside a callback"
done < <(grep -rlE 'g_main_context_iteration|g_main_loop_run' src 2>/dev/null)

# A file that grows this long holds more than one concept.
while read -r lines file; do
  [ "$lines" -le 900 ] || say "$file: $lines lines; 900 is the most"
done < <(find src -name '*.[ch]' -exec wc -l {} + | grep -v ' total$')

[ "$bad" = 0 ] && echo "The arrows of the house hold."
exit "$bad"

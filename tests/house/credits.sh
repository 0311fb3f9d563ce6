#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# credits.sh: About names every library that the program is built on.
set -u
about=src/ui/dialogs/plx-about.c
bad=0
n=0

# name LIBRARY: as people write it; nothing for what the platform has under the name of
# another, and for what is part of the C library.
name() {
  case $1 in
    gio-2.0) echo GLib ;;
    gtk4) echo GTK ;;
    json-glib-1.0) echo JSON-GLib ;;
    libadwaita-1) echo libadwaita ;;
    libxml-2.0) echo libxml2 ;;
    pangocairo) echo Pango ;;
    poppler-glib) echo Poppler ;;
    sqlite3) echo SQLite ;;
    unistring) echo libunistring ;;
    cairo-svg | gio-unix-2.0 | gmodule-2.0 | gtk4-x11 | m | x11) ;;
    *) echo "$1" ;;
  esac
}

for library in $(grep -rhoE "(dependency|find_library)\('[a-z0-9.-]+'" meson.build src --include=meson.build | sed "s/.*'\(.*\)'/\1/" | sort -u); do
  name=$(name "$library")
  [ -n "$name" ] || continue
  n=$((n + 1))
  grep -q "^  \"$name https://" "$about" || { echo "$about does not name $name"; bad=1; }
done
[ "$n" -ge 10 ] || { echo "only $n libraries were found"; bad=1; }
[ "$bad" = 0 ] && echo "About names $n libraries."
exit "$bad"

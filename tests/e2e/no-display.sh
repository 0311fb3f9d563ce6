#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# no-display.sh PARALLAX: without a screen it says so, and what works without one.
unset DISPLAY WAYLAND_DISPLAY
said=$(LC_ALL=C.UTF-8 LANGUAGE=en GDK_BACKEND=x11 "$1" 2>&1 >/dev/null)
status=$?
[ "$status" = 1 ] || { echo "status $status"; exit 1; }
case $said in
*"Parallax finds no screen"*parallax-cli*) ;;
*) echo "said: $said"; exit 1 ;;
esac
# In a locale that is not there, and in none, letters are letters.
for locale in xx_YY C; do
  LC_ALL=$locale LANGUAGE= "$1" --help | grep -q 'PROJECT…' || { echo "no letters in $locale"; exit 1; }
done
"$1" --version | grep -q '^Parallax [0-9]'

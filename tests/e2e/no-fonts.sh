#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# no-fonts.sh PARALLAX: without any font it says so, and does not crash.
folder=$(mktemp -d) || exit 1
trap 'rm -rf "$folder"' EXIT
echo "<?xml version=\"1.0\"?><fontconfig><dir>$folder/none</dir></fontconfig>" >"$folder/fonts.conf"
said=$(FONTCONFIG_FILE="$folder/fonts.conf" LC_ALL=C.UTF-8 LANGUAGE=en "$1" 2>&1 >/dev/null)
status=$?
[ "$status" = 1 ] || { echo "status $status"; exit 1; }
case $said in
*"Parallax finds no fonts"*parallax-cli*) ;;
*) echo "said: $said"; exit 1 ;;
esac

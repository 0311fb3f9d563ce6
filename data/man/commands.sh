#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# commands.sh PROGRAM FOLDER
#
# Writes the manual page of the command line tool.  What the commands and options are is
# asked from the program, so that it is complete; what stands around the commands is
# taken from FOLDER.
set -eu

program=$1 folder=$2
export LC_ALL=C.UTF-8 LANGUAGE=en

list_commands() {
  "$program" --help | awk '/^Commands:/ { on = 1; next } on && /^  [a-z]/ { print $1 } on && /^$/ { exit }'
}

# What roff would take for its own is guarded.
roff() {
  sed -e 's/\\/\\e/g' -e 's/-/\\-/g' -e "s/^\\([.']\\)/\\\\\\&\\1/"
}

# The help of one command as a section: what it does, its options, the rest as it is laid out.
write_section() {
  "$program" "$1" --help | roff | awk -v command="$(printf %s "$1" | roff)" '
    /^Usage:/ { getline usage; sub(/^ *parallax\\-cli +/, "", usage); sub(/ +$/, "", usage); print ".SS " command; print ".B parallax\\-cli"; print usage; print ".PP"; next }
    /^Help Options:/ { skip = 1; next }
    /^Application Options:/ { skip = 0; options = 1; next }
    skip { next }
    options && /^  / {
      line = $0; sub(/^ +/, "", line); at = match(line, /   +| {2,}/)
      print ".TP"; print ".B " substr(line, 1, at - 1); text = substr(line, at); sub(/^ +/, "", text); print text; next
    }
    options && /^$/ { next }
    options { options = 0; print ".PP"; print ".nf"; plain = 1 }
    { print }
    END { if (plain) print ".fi" }'
}

cat "$folder/parallax-cli.1.head"
echo .SH COMMANDS
list_commands | while read -r command; do write_section "$command"; done
cat "$folder/parallax-cli.1.tail"

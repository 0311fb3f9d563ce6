#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# The translations: what po/LINGUAS lists is there and the other way round, msgfmt finds nothing
# wrong (header, placeholders, plurals, one key to press for each that the English has),
# no translation is a guess, no message is out of reach of translators, and where something is
# put in at several places they are told what.
set -u
cd "$(dirname "$0")/../.." || exit 2
bad=0

say() { printf '%s\n' "$*"; bad=1; }

command -v msgfmt >/dev/null || { echo "msgfmt is not installed"; exit 77; }

listed=$(sed 's/#.*//' po/LINGUAS | xargs -n1 | LC_ALL=C sort)
there=$(for file in po/*.po; do [ -e "$file" ] && basename "$file" .po; done | LC_ALL=C sort)
[ "$listed" = "$there" ] || say "po/LINGUAS lists ${listed//$'\n'/ }, but there are catalogues for ${there//$'\n'/ }"

for language in $there; do
  file=po/$language.po
  report=$(msgfmt --check --check-accelerators=_ -o /dev/null "$file" 2>&1) || say "$report"
  [ "$(msgattrib --only-fuzzy "$file" | grep -c '^msgid')" = 0 ] || say "$file: has translations marked as fuzzy"
  # Where xgettext saw no format string msgfmt does not compare.
  msgattrib --translated --no-wrap "$file" | awk -v file="$file" '
    function directives(text,  found) {
      found = ""
      while (match(text, /%[0-9]*\$?[-+ #0'"'"']*[0-9.]*[a-zA-Z]/)) {
        found = found " " substr(text, RSTART, RLENGTH); text = substr(text, RSTART + RLENGTH)
      }
      return found
    }
    /^msgid "/ { id = $0 }
    /^msgstr "/ && id !~ /%[-A-Za-z]* ?%|%H|%-?[dey] %[bB]|% %/ && directives(id) != directives($0) && $0 !~ /\$/ && id !~ /^msgid ""$/ {
      printf "%s: %s has other placeholders than %s\n", file, $0, id; wrong = 1
    }
    END { exit wrong }' || bad=1
done

# Such names can be in any order in a sentence, and which is which the English does not tell.
untold=$(msgcat --no-wrap --no-location po/de.po | awk '
  BEGIN { RS = ""; FS = "\n" }
  /^msgid ""/ || /(^|\n)#\. / { next }
  {
    for (i = 1; i <= NF; i++)
      if ($i ~ /^msgid "/) {
        text = $i
        if (gsub(/%[-'"'"'0-9.]*[A-Za-z]/, "", text) > 1) print $i
      }
  }')
[ -z "$untold" ] || say "What is put in? Say it in a comment “Translators: …” before: $untold"

# Of two numbers the second chooses the form: what stands before it cannot follow the first.
for language in $there; do
  astray=$(msgcat --no-wrap "po/$language.po" | awk '
    /^msgid "/ { id = $0; first = "" }
    id ~ /%u of %u/ && /^msgstr\[/ {
      text = $0; sub(/^msgstr\[[0-9]\] /, "", text)
      match(text, /%[0-9$]*u.*%[0-9$]*u/); text = substr(text, 1, RSTART + RLENGTH)
      if (first == "") first = text; else if (text != first) { print id; id = "" }
    }')
  [ -z "$astray" ] || say "po/$language.po: words beside the first number have the form of the second: $astray"
done

# Names, paths above all, run from left to right more often than not: in Arabic quotation marks
# they stand in an isolate, or the marks and slashes at their ends change sides.
bare=$(msgcat --no-wrap po/ar.po | grep '^msgstr.*«%[0-9$]*s»')
[ -z "$bare" ] || say "po/ar.po: what is quoted has no isolate around it: $bare"

# A name between the pieces of a string hides the rest of it from xgettext.
hidden=$(grep -rnE '[^A-Za-z](_|N_|gettext) ?\("([^"\\]|\\.)*" [A-Z]' --include='*.c' src)
[ -z "$hidden" ] || say "Cannot be translated as a whole: $hidden"

# Messages with a plural in tables: xgettext has to know NP_, or languages get one form for all numbers.
one=$(grep -rhoE 'NP_ \("[^"]*"' --include='*.c' src | sed 's/^NP_ ("//; s/"$//')
for language in $there; do
  forms=$(msgcat --no-wrap "po/$language.po" | grep -B1 '^msgid_plural')
  while IFS= read -r text; do
    [ -z "$text" ] || grep -qxF "msgid \"$text\"" <<<"$forms" || say "po/$language.po: has no plural of “$text”"
  done <<<"$one"
done

[ "$bad" = 0 ] && echo "The catalogues are sound:" $there
exit "$bad"

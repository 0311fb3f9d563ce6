#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# pseudo.sh SOURCE OUT.mo: a catalogue in which every text of the program stands between marks and
# is some letters longer, as translations are.  What is seen without them is not
# translatable, or is put together from pieces.
set -eu
out=$(realpath -m "$2")
cd "$1"
xgettext --files-from=po/POTFILES.in --from-code=UTF-8 --output=- --msgstr-prefix='⟦' --msgstr-suffix=' ~~~⟧' \
  --keyword=_ --keyword=N_ --keyword=C_:1c,2 --keyword=NC_:1c,2 --keyword=g_dcgettext:2 --keyword=g_dngettext:2,3 --keyword=g_dpgettext2:2c,3 2>/dev/null |
  sed -e 's/^" ~~~⟧"$/" ~~~⟧\\n"/' -e 's/charset=CHARSET/charset=UTF-8/' \
    -e 's/nplurals=INTEGER; plural=EXPRESSION/nplurals=2; plural=n != 1/' -e '/^#, fuzzy$/d' |
  msgfmt --output-file="$out" -

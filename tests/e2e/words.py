#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""words.py CATALOGUE.po|- WORDS.jsonl: what tests/e2e/gallery saw on the screen, held against the
catalogue of the language.  Prints texts of the program that are cut, or not translated, and
windows that are wider than the screen; ends with 1 if there are any.  Without a catalogue
(`-`) the texts are those of the source."""

import json
import re
import subprocess
import sys

HOLE = re.compile(r"%(?:\d+\$)?[-+#0' ]*\d*(?:\.\d+)?(?:hh|h|ll|l|z|j|t|q|L)?[a-zA-Z]|%%")

# Windows that GTK and libadwaita make, in words and sizes of theirs.
OF_LIBRARIES = ["shortcuts", "about"]


def plain(text):
    """As a label shows it, without marks of direction."""
    return re.sub("<[^>]*>|[_\u200e\u200f\u2066-\u2069]", "", text)


def unquote(line):
    return json.loads(line[line.index('"'):])


def read_catalogue(path):
    """Pairs of what is in the source and what the language says.  The names of tags are left out:
    those of the sample are English."""
    source = path if path != "-" else "po/de.po"
    lines = subprocess.run(["msgcat", "--no-wrap", source], capture_output=True, text=True, check=True).stdout.split("\n")
    pairs, ids, strings, last, of_project, names = [], [], [], None, False, set()
    for line in lines + [""]:
        if line.startswith("#:") and "plx-default-codebook.c" in line:
            of_project = True
        elif line.startswith("msgid"):
            ids.append(unquote(line))
            last = ids
        elif line.startswith("msgstr"):
            strings.append(unquote(line))
            last = strings
        elif line.startswith('"'):
            last[-1] += unquote(line)
        elif not line and ids:
            if of_project:
                names.update(ids)
            else:
                pairs += [(id, string if path != "-" else id) for id in ids for string in (strings if path != "-" else ids) if id]
            ids, strings, of_project = [], [], False
    return [(id, string) for id, string in pairs if plain(id) not in names]


def make_pattern(text):
    """Of what may stand on the screen; nothing for what has too few letters of its own."""
    holes = HOLE.split(plain(text))
    if sum(c.isalpha() for hole in holes for c in hole) < 4 and len(holes) > 1:
        return None
    return ".*".join(re.escape(hole) for hole in holes)


def main(catalogue, words):
    pairs = read_catalogue(catalogue)
    ours = {plain(string) for _, string in pairs if not HOLE.search(string)}
    patterns = {make_pattern(string) for _, string in pairs if HOLE.search(string)} - {None}
    is_ours = re.compile("(?:%s)" % "|".join(sorted(patterns, key=len, reverse=True)), re.DOTALL)
    foreign = {plain(id) for id, string in pairs if string != id and sum(c.isalpha() for c in id) > 2} - ours
    seen = set()
    for line in open(words, encoding="utf-8"):
        word = json.loads(line)
        text = word["text"]
        if word["view"] in OF_LIBRARIES:
            continue
        if word["kind"] == "wide":
            wrong = "wider than the screen by"
        elif word["kind"] == "heading" and word["cut"]:
            continue
        elif word.get("cut") and (text in ours or is_ours.fullmatch(text)):
            wrong = "cut"
        elif text in foreign and word["view"] != "help":
            wrong = "not translated"
        else:
            continue
        if (wrong, text) not in seen:
            seen.add((wrong, text))
            print("%s: %s: %s%s" % (word["view"], wrong, text, " (%s)" % word["where"] if "where" in word else ""))
    return 1 if seen else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2]))

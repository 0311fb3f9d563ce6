#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The guide calls what is on the screen by the words that stand there, in each language, and
leaves nothing out in one that it tells in another."""

import glob
import html
import os
import re
import subprocess
import sys

os.chdir(os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", ".."))
STRING = r'"((?:[^"\\]|\\.)*)"'


def read_words(language):
    """What the program says in that language."""
    catalogue = "po/%s.po" % (language if language != "C" else "de")
    text = subprocess.run(["msgcat", "--no-wrap", catalogue], capture_output=True, text=True, check=True).stdout
    kind = "msgid(?:_plural)?" if language == "C" else r"msgstr(?:\[\d\])?"
    return {word.replace("_", "").replace('\\"', '"') for word in re.findall("^%s %s" % (kind, STRING), text, re.MULTILINE)}


def find(tag, page):
    return [html.unescape(re.sub(r"\s+", " ", text)) for text in re.findall("<%s>(.*?)</%s>" % (tag, tag), page, re.DOTALL)]


def main():
    wrong, n = [], 0
    for folder in sorted(glob.glob("data/help/*/")):
        language = folder.split("/")[2]
        words = read_words(language)
        for path in sorted(glob.glob(folder + "*.page")):
            page, source = open(path).read(), open("data/help/C/" + os.path.basename(path)).read()
            wrong += ["%s: nothing on the screen is called “%s”" % (path, word) for word in find("gui", page) if word not in words]
            n += len(find("gui", page))
            for tag in ["p", "item", "title", "key"]:
                if len(find(tag, page)) != len(find(tag, source)):
                    wrong.append("%s: has %d <%s>, the English page %d" % (path, len(find(tag, page)), tag, len(find(tag, source))))
    print("\n".join(wrong) or "The guide speaks of %d things by their names." % n)
    return 1 if wrong or n < 100 else 0


if __name__ == "__main__":
    sys.exit(main())

#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The guide calls what is on the screen by the words that stand there, in each language, and
leaves nothing out in one that it tells in another, nor any key of the window of shortcuts."""

import glob
import html
import os
import re
import subprocess
import sys
import unicodedata
import xml.etree.ElementTree as ElementTree

os.chdir(os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", ".."))
STRING = r'"((?:[^"\\]|\\.)*)"'


def read_words(language):
    """What the program says in that language."""
    catalogue = "po/%s.po" % (language if language != "C" else "de")
    text = subprocess.run(["msgcat", "--no-wrap", catalogue], capture_output=True, text=True, check=True).stdout
    kind = "msgid(?:_plural)?" if language == "C" else r"msgstr(?:\[\d\])?"
    return {word.replace("_", "").replace('\\"', '"') for word in re.findall("^%s %s" % (kind, STRING), text, re.MULTILINE)}


def read_translations(language):
    """What stands for each English text that has no context."""
    if language == "C":
        return {}
    text = subprocess.run(["msgcat", "--no-wrap", "po/%s.po" % language], capture_output=True, text=True, check=True).stdout
    return dict(re.findall("^(?!msgctxt).*\nmsgid %s\nmsgstr %s" % (STRING, STRING), text, re.MULTILINE))


def read_shortcuts():
    """Title and number of key names of each line of the window of shortcuts."""
    for item in ElementTree.parse("resources/ui/plx-shortcuts.ui").iter("object"):
        values = {value.get("name"): value.text for value in item.findall("property")}
        if item.get("class") == "GtkShortcutsShortcut":
            keys = values["accelerator"].split()
            yield values["title"], sum((key.count("<") + 1) * (2 if "..." in key else 1) for key in keys)


def check_keys(language, path):
    words, wrong = read_translations(language), []
    lines = find("item", open(path).read())
    for title, n in read_shortcuts():
        told = re.sub(r"\s+", " ", words.get(title, title))
        if not any(re.match("<p>%s( ?:| –) " % re.escape(told), line) and line.count("<key>") == n for line in lines):
            wrong.append("%s: does not list “%s” with its keys" % (path, told))
    return wrong


def find(tag, page):
    return [html.unescape(re.sub(r"\s+", " ", text)) for text in re.findall("<%s>(.*?)</%s>" % (tag, tag), page, re.DOTALL)]


def check_direction(path):
    """The first letter decides which way a paragraph reads: none of Arabic begins with a Latin one."""
    for text in find("p", open(path).read()):
        kinds = [unicodedata.bidirectional(letter) for letter in re.sub("<[^>]*>", "", text)]
        if "AL" in kinds and next(kind for kind in kinds if kind in ("L", "R", "AL")) == "L":
            yield "%s: reads from the wrong side: %s" % (path, text)


def main():
    wrong, n = [], 0
    for folder in sorted(glob.glob("data/help/*/")):
        language = folder.split("/")[2]
        words = read_words(language)
        wrong += check_keys(language, folder + "keyboard.page")
        for path in sorted(glob.glob(folder + "*.page")):
            page, source = open(path).read(), open("data/help/C/" + os.path.basename(path)).read()
            wrong += ["%s: nothing on the screen is called “%s”" % (path, word) for word in find("gui", page) if word not in words]
            wrong += check_direction(path)
            n += len(find("gui", page))
            for tag in ["p", "item", "title", "key"]:
                if len(find(tag, page)) != len(find(tag, source)):
                    wrong.append("%s: has %d <%s>, the English page %d" % (path, len(find(tag, page)), tag, len(find(tag, source))))
    print("\n".join(wrong) or "The guide speaks of %d things by their names." % n)
    return 1 if wrong or n < 100 else 0


if __name__ == "__main__":
    sys.exit(main())

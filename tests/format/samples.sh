#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Projects that were made by hand in every format, outside this source tree, come
# in, and what goes out again is valid in the eyes of others.
#
#   samples.sh PARALLAX-CLI
#
# The samples are $PLX_FORMAT_SAMPLES, or beside the source tree; so are schemas.
set -u
cli=$1
top=$(cd "$(dirname "$0")/../.." && pwd)
samples= schemas=

for folder in "${PLX_FORMAT_SAMPLES:-}" "$top/../shared/format-samples"; do
  [ -d "$folder" ] && samples=$folder && break
done
[ -n "$samples" ] || { echo "There are no samples; set PLX_FORMAT_SAMPLES to their folder: skipped"; exit 77; }
for folder in "${PLX_SCHEMAS:-}" "$top/../shared/schemas"; do
  [ -d "$folder" ] && schemas=$folder && break
done

folder=$(mktemp -d) || exit 1
trap 'rm -rf "$folder"' EXIT
failed=0

fail() { echo "FAILED: $*"; failed=1; }
skip() { echo "not checked: $*"; }

# bring NAME FILE…: makes a project of the files.
bring() {
  local project="$folder/$1.parallax"; shift
  "$cli" import --quiet "$project" "$@" 2>"$folder/log" || { fail "$* is not imported"; cat "$folder/log"; return 1; }
  "$cli" check --quiet "$project" >"$folder/log" 2>&1 || { fail "$* makes a damaged project"; cat "$folder/log"; return 1; }
}

# count NAME N: the annotations of the project are that many.
count() {
  local n; n=$("$cli" list "$folder/$1.parallax" annotations | wc -l)
  [ "$n" = "$2" ] || fail "$1 has $n annotations, not $2"
}

# out NAME FORMAT EXTENSION: writes the project, and reads it again.
out() {
  "$cli" export "$folder/$1.parallax" --format="$2" --output="$folder/$1.$3" 2>"$folder/log" || { fail "$1 is not exported as $2"; cat "$folder/log"; return 1; }
  [ "$2" = webanno ] && cp "$folder/$1.parallax" "$folder/$1-$2.parallax"
  bring "$1-$2" "$folder/$1.$3"
}

unpack() { mkdir -p "$2" && (cd "$2" && { bsdtar -xf "$1" 2>/dev/null || unzip -qo "$1" 2>/dev/null || python3 -m zipfile -e "$1" .; }); }

# TEI
bring tei "$samples/tei/project.tei.xml" && count tei 18 && out tei tei tei.xml && count tei-tei 18
out tei tei-inline inline.xml && count tei-tei-inline 18
bring inline "$samples/tei/004.inline-view.tei.xml" && count inline 8 && out inline tei inline-out.xml && mv "$folder/inline.inline-out.xml" "$folder/inline.tei.xml"
if [ -n "$schemas" ] && command -v jing >/dev/null; then
  jing "$schemas/tei/tei_all.rng" "$folder"/tei.tei.xml "$folder"/tei.inline.xml "$folder"/inline.tei.xml 2>/dev/null || fail "TEI is not valid"
else
  skip "TEI, without jing or its schema"
fi

# UIMA CAS XMI
bring xmi "$samples"/uima-xmi/*.xmi && count xmi 18 && out xmi xmi xmi.zip && count xmi-xmi 18
jar=${PLX_UIMA_JAR:-/usr/share/java/uimaj-core.jar}
if [ -f "$jar" ] && command -v javac >/dev/null; then
  unpack "$folder/xmi.xmi.zip" "$folder/uima" &&
    java -cp "$jar" "$top/tests/format/CheckXmi.java" "$folder/uima/TypeSystem.xml" "$folder"/uima/*.xmi || fail "XMI is not valid"
else
  skip "XMI, without Apache UIMA or a Java compiler"
fi

# REFI-QDA; of another program, each of its 39 codings is an annotation
bring qdpx "$samples/refi-qda/project.qdpx" && count qdpx 39 && out qdpx qdpx qdpx && count qdpx-qdpx 39 && out qdpx qdpx-utf16 nvivo.qdpx && count qdpx-qdpx-utf16 39
"$cli" export "$folder/qdpx.parallax" --format=qdc --output="$folder/project.qdc" 2>/dev/null || fail "the codebook is not exported"
"$cli" import --quiet "$folder/qdc.parallax" "$samples/refi-qda/codebook.qdc" 2>"$folder/log" || { fail "codebook.qdc"; cat "$folder/log"; }
"$cli" export "$folder/qdc.parallax" --format=qdc --output="$folder/codebook.qdc" 2>/dev/null || fail "codebook.qdc is not exported"
if [ -n "$schemas" ] && command -v xmllint >/dev/null; then
  unpack "$folder/qdpx.qdpx" "$folder/qda" && unpack "$folder/qdpx.nvivo.qdpx" "$folder/nvivo"
  xmllint --noout --schema "$schemas/refi-qda/Project.xsd" "$folder/qda/project.qde" "$folder/nvivo/project.qde" 2>"$folder/log" || { fail "REFI-QDA is not valid"; cat "$folder/log"; }
  xmllint --noout --schema "$schemas/refi-qda/Codebook.xsd" "$folder"/*.qdc 2>"$folder/log" || { fail "a codebook is not valid"; cat "$folder/log"; }
else
  skip "REFI-QDA, without xmllint or its schemas"
fi

# GATE, whose own schema refuses its own files: well-formed, and read again
bring gate "$samples"/gate/*.xml && count gate 18 && out gate gate gate.zip && count gate-gate 18
command -v xmllint >/dev/null && { unpack "$folder/gate.gate.zip" "$folder/gate" && xmllint --noout "$folder"/gate/*.xml || fail "GATE XML is not well-formed"; }

# brat and Web Annotation; the latter has no texts
(cd "$samples/brat" && { bsdtar -cf "$folder/sample.zip" --format zip ./* 2>/dev/null || zip -q "$folder/sample.zip" ./* 2>/dev/null || python3 -m zipfile -c "$folder/sample.zip" ./*; })
bring brat "$folder/sample.zip" && count brat 18 && out brat brat brat.zip && count brat-brat 18
"$cli" import --quiet "$folder/web.parallax" "$samples"/text/*.txt &&
  "$cli" import --quiet "$folder/web.parallax" "$samples/web-annotation/collection.jsonld" 2>"$folder/log" || { fail "collection.jsonld is not imported"; cat "$folder/log"; }
count web 18
out web webanno jsonld && count web-webanno 18

[ $failed = 0 ] && echo "all samples come in and go out again"
exit $failed

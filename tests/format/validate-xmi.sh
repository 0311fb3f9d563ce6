#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# What Parallax writes as XMI is read by Apache UIMA, strictly, with every
# annotation where its words are.
#
#   validate-xmi.sh PARALLAX-CLI
#
# UIMA is uimaj-core.jar: $PLX_UIMA_JAR, or where Debian's libuima-core-java has it.
set -u
cli=$1
top=$(cd "$(dirname "$0")/../.." && pwd)
jar=${PLX_UIMA_JAR:-/usr/share/java/uimaj-core.jar}

[ -f "$jar" ] || { echo "There is no uimaj-core.jar; install libuima-core-java or set PLX_UIMA_JAR: skipped"; exit 77; }
command -v javac >/dev/null || { echo "There is no Java compiler: skipped"; exit 77; }

folder=$(mktemp -d) || exit 1
trap 'rm -rf "$folder"' EXIT

"$cli" import --quiet "$folder/sample.parallax" "$top"/data/sample/*.txt &&
  "$cli" batch "$folder/sample.parallax" <"$top/data/sample/sample.jsonl" >"$folder/log" &&
  "$cli" export "$folder/sample.parallax" --format=xmi --output="$folder/sample.xmi.zip" 2>"$folder/told" &&
  (cd "$folder" && bsdtar -xf sample.xmi.zip 2>/dev/null || unzip -q sample.xmi.zip) || { cat "$folder/log" "$folder/told"; exit 1; }
java -cp "$jar" "$top/tests/format/CheckXmi.java" "$folder/TypeSystem.xml" "$folder"/*.xmi

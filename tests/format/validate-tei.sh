#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# What Parallax writes as TEI is valid by the official schema, in the eyes of two
# validators that nobody here wrote.
#
#   validate-tei.sh WRITE-TEI PARALLAX-CLI [TOOL]
#
# TOOL is jing (all files, quick) or xmllint (one file, slow).  The schema is
# tei_all.rng of TEI P5: $PLX_TEI_SCHEMA, or one beside the source tree.
set -u
write=$1 cli=$2 tool=${3:-jing}
top=$(cd "$(dirname "$0")/../.." && pwd)

for schema in "${PLX_TEI_SCHEMA:-}" "$top/tests/format/tei_all.rng" "$top/../shared/schemas/tei/tei_all.rng"; do
  [ -f "$schema" ] && break
done
[ -f "$schema" ] || { echo "There is no tei_all.rng; set PLX_TEI_SCHEMA to its path: skipped"; exit 77; }
command -v "$tool" >/dev/null || { echo "$tool is not installed: skipped"; exit 77; }

folder=$(mktemp -d) || exit 1
trap 'rm -rf "$folder"' EXIT

"$cli" import --quiet "$folder/sample.parallax" "$top"/data/sample/*.txt &&
  "$cli" batch "$folder/sample.parallax" <"$top/data/sample/sample.jsonl" >"$folder/log" &&
  "$cli" export "$folder/sample.parallax" --format=tei --output="$folder/sample.xml" || exit 1
[ -s "$folder/log" ] || exit 1

if [ "$tool" = xmllint ]; then
  xmllint --noout --relaxng "$schema" "$folder/sample.xml"
else
  "$write" "$folder" >"$folder/log" || { cat "$folder/log"; exit 1; }
  jing "$schema" "$folder"/*.xml
fi

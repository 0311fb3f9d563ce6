#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# A codebook that Parallax writes as REFI-QDA is valid by the official schema.
#
#   validate-qdc.sh PARALLAX-CLI
#
# The schema is Codebook.xsd of REFI-QDA 1.5: $PLX_QDC_SCHEMA, or one beside the
# source tree.
set -u
cli=$1
top=$(cd "$(dirname "$0")/../.." && pwd)

for schema in "${PLX_QDC_SCHEMA:-}" "$top/tests/format/Codebook.xsd" "$top/../shared/schemas/refi-qda/Codebook.xsd"; do
  [ -f "$schema" ] && break
done
[ -f "$schema" ] || { echo "There is no Codebook.xsd; set PLX_QDC_SCHEMA to its path: skipped"; exit 77; }
command -v xmllint >/dev/null || { echo "xmllint is not installed: skipped"; exit 77; }

folder=$(mktemp -d) || exit 1
trap 'rm -rf "$folder"' EXIT

"$cli" import --quiet "$folder/sample.parallax" "$top"/data/sample/1-harbour-post.txt &&
  "$cli" batch "$folder/sample.parallax" >"$folder/log" <<'END' &&
{"op":"tag-add","name":"<&> \"quoted\"","description":"two\nlines & more","examples":["one"],"hotkey":"0"}
{"op":"tag-add","name":"Site","parent":"Actor/State","description":"a name that stands elsewhere too"}
{"op":"tag-add","name":"جماعة مسلحة","parent":"Actor/State/Site","colour":"#000000"}
END
  "$cli" export "$folder/sample.parallax" --format=qdc --output="$folder/sample.qdc" 2>"$folder/told" || { cat "$folder/log"; exit 1; }
grep -q "keys of 4 tags" "$folder/told" || { echo "The losses are not told:"; cat "$folder/told"; exit 1; }
xmllint --noout --schema "$schema" "$folder/sample.qdc" || exit 1

# And back, into a project of its own.
"$cli" import "$folder/other.parallax" "$folder/sample.qdc" >"$folder/said" || exit 1
grep -q "3 new, 0 changed, 16 same" "$folder/said" || { cat "$folder/said"; exit 1; }
"$cli" check "$folder/other.parallax"

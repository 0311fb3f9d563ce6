#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Tagged articles go out in every format and come in again as they were: those of
# the sample, and those beside the source tree, if there are any.
#
#   articles.sh PARALLAX-CLI
set -u
cli=$1
top=$(cd "$(dirname "$0")/../.." && pwd)
folder=$(mktemp -d) || exit 1
trap 'rm -rf "$folder"' EXIT
failed=0

# annotations PROJECT: what stands where by whom, without ids of this project.
annotations() {
  "$cli" list "$1" annotations | sed -E 's/"(uuid|[a-z-]+-uuid|document)":("[^"]*"|null),?//g; s/,?"foreign-ids":\[\[[^}]*\]\]//' | sort
}

# bare NAME PROJECT: the same articles without anything on them.
bare() {
  "$cli" export "$folder/$1.parallax" --format=jsonl --output="$folder/bare.jsonl" 2>"$folder/log" &&
    grep -E '^\{"type":"(project|document)"' "$folder/bare.jsonl" >"$folder/texts.jsonl" && "$cli" import --quiet "$2" "$folder/texts.jsonl"
}

# trip NAME FORMAT EXTENSION [bare]: there and back; with `bare`, where texts are.
trip() {
  local name=$1 format=$2 file="$folder/$1.$3" back="$folder/$1-$2.parallax"
  "$cli" export "$folder/$name.parallax" --format="$format" --output="$file" 2>"$folder/log" &&
    { [ -z "${4:-}" ] || bare "$name" "$back"; } &&
    "$cli" import --quiet "$back" "$file" 2>>"$folder/log" || { echo "FAILED: $name does not go through $format"; cat "$folder/log"; failed=1; return; }
  annotations "$folder/$name.parallax" >"$folder/there"
  annotations "$back" >"$folder/back"
  [ -s "$folder/there" ] || { echo "FAILED: $name has no annotations"; failed=1; }
  [ "$format" = tei-inline ] && sed -i -E 's/,"(created|modified|note|question|value|said-by|attribution|polarity|certainty|event-time|place)":("([^"\\]|\\.)*"|null)//g' "$folder/there" "$folder/back"
  cmp -s "$folder/there" "$folder/back" || { echo "FAILED: $name is not the same after $format"; diff "$folder/there" "$folder/back" | head -4; failed=1; }
}

# all NAME
all() {
  local name=$1
  trip "$name" tei tei.xml
  trip "$name" tei-inline inline.tei.xml
  trip "$name" jsonl jsonl
  trip "$name" qdpx qdpx
  trip "$name" qdpx-utf16 nvivo.qdpx
  trip "$name" xmi xmi.zip
  trip "$name" gate gate.zip
  trip "$name" brat brat.zip
  trip "$name" webanno jsonld bare
  trip "$name" csv csv bare
}

"$cli" import --quiet "$folder/sample.parallax" "$top"/data/sample/*.txt &&
  "$cli" batch "$folder/sample.parallax" <"$top/data/sample/sample.jsonl" >/dev/null || exit 1
all sample

for seeds in "${PLX_SEEDS:-}" "$top/../shared/seeds"; do
  [ -d "$seeds" ] && break
done
if [ -d "$seeds" ]; then
  mapfile -t texts < <(find "$seeds" -name '*.txt' | sort)
  "$cli" import --quiet "$folder/seeds.parallax" "${texts[@]}" || exit 1
  printf '{"op":"tag-all","text":"%s","tag":"%s","entity":"%s"}\n' Aleppo Place Aleppo Syria Place Syria HTS Actor HTS Russia Actor Russia rebels Actor rebels |
    "$cli" batch "$folder/seeds.parallax" >/dev/null || exit 1
  "$cli" batch --annotator=Other "$folder/seeds.parallax" >/dev/null <<END || exit 1
{"op":"tag","document":"$(basename "${texts[0]}")","spans":[[0,40],[60,80]],"tag":"Claim","question":"What happened?","value":">=18 people","polarity":"affirms","certainty":"stated","note":"two pieces"}
{"op":"tag","document":"$(basename "${texts[3]}")","spans":[[10,200]],"tag":"Claim","note":"across others"}
END
  all seeds
else
  echo "There are no other articles; set PLX_SEEDS to their folder"
fi
[ $failed = 0 ] && echo "every format gives back what it got"
exit $failed

#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# run.sh TARGET SEEDS NAME: lets libFuzzer work on one target for
# PARALLAX_FUZZ_SECONDS (20 unless set), from the seeds of the tree and, where
# they are beside it, from samples of other programs.  What it finds is left in
# the current folder as NAME-crash-…; copy it to corpus/NAME, so that it stays
# found.  PARALLAX_FUZZ_CORPUS names a folder that keeps what was learnt.
set -u
target=$1 seeds=$2 name=$3
samples=$(dirname "$0")/../../../shared/format-samples
kept=${PARALLAX_FUZZ_CORPUS:+$PARALLAX_FUZZ_CORPUS/$name}
work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT
mkdir -p "${kept:=$work/kept}" "$work/seeds"

cp "$seeds"/* "$work/seeds"
case $name in
tei) cp "$samples"/tei/*.xml "$work/seeds" ;;
qdpx) cp "$samples"/refi-qda/project.q* "$work/seeds" ;;
codebook) cp "$samples"/refi-qda/*.qdc "$work/seeds" ;;
webanno) cp "$samples"/web-annotation/*.jsonld "$work/seeds" ;;
brat) cp "$samples"/brat/*.ann "$work/seeds" ;;
xmi) cp "$samples"/uima-xmi/*.xmi "$work/seeds" ;;
gate) cp "$samples"/gate/*.xml "$work/seeds" ;;
text) cp "$samples"/text/*.txt "$work/seeds" ;;
zip) cp "$samples"/refi-qda/*.qdpx "$work/seeds" ;;
esac 2>/dev/null

export G_DEBUG=fatal-warnings
export ASAN_OPTIONS=detect_leaks=1:allocator_may_return_null=1
export LSAN_OPTIONS=print_suppressions=0
TMPDIR=$work "$target" -max_total_time="${PARALLAX_FUZZ_SECONDS:-20}" -rss_limit_mb=1024 -timeout=20 -max_len=65536 \
  -artifact_prefix="$name-" -print_final_stats=1 "$kept" "$work/seeds" >"$name-fuzz.log" 2>&1
status=$?
# 77 is what libFuzzer says of a crash and meson takes for a test left out.
[ "$status" = 77 ] && status=1
grep -E 'stat::number_of_executed_units|stat::peak_rss_mb|ERROR|SUMMARY|Test unit written|ASSERT' "$name-fuzz.log"
[ "$status" = 0 ] || tail -n 60 "$name-fuzz.log"
exit $status

#!/usr/bin/env bash
# Times the ingest stage against plain decompression of the same files, in turn.
# Usage: jobs/benchmarks/ingest.sh [-n RUNS] FILE.tsv.xz ...
set -euo pipefail

runs=5
if [ "${1:-}" = -n ]; then
  runs=$2
  shift 2
fi
[ $# -gt 0 ] || { echo "usage: $0 [-n RUNS] FILE.tsv.xz ..." >&2; exit 2; }

home=$(cd "$(dirname "$0")/../.." && pwd)
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
inputs=()
for file in "$@"; do inputs+=(--input "$(realpath "$file")"); done

median() { sort -n | awk '{v[NR]=$1} END {print v[int((NR+1)/2)]}'; }

for run in $(seq "$runs"); do
  start=$(date +%s%N)
  xz -dc "$@" | wc >/dev/null
  end=$(date +%s%N)
  echo $(((end - start) / 1000000)) >>"$scratch/xz"
  "$home/submit/almagest" ingest "${inputs[@]}" --warehouse "$scratch/warehouse" >"$scratch/summary" 2>/dev/null
  # The manifest has the stage's own time, without the start of the JVM and of Spark.
  sed -n 's/.*"milliseconds" : \([0-9]*\).*/\1/p' "$scratch"/warehouse/snapshots/*/manifest.json >>"$scratch/ingest"
  rm -rf "$scratch/warehouse"
  echo "run $run: xz $(tail -n 1 "$scratch/xz") ms, ingest $(tail -n 1 "$scratch/ingest") ms" >&2
done
xz=$(median <"$scratch/xz")
ingest=$(median <"$scratch/ingest")
awk -v a="$ingest" -v b="$xz" -v n="$runs" \
  'BEGIN {printf "medians of %d runs: xz -dc | wc %d ms, ingest %d ms, ratio %.1f\n", n, b, a, a / b}'

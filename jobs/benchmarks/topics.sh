#!/usr/bin/env bash
# Trains topics with our trainer and with others on the same papers, in turn; see README.md beside.
# Usage: jobs/benchmarks/topics.sh [OPTION ...] WAREHOUSE
#        jobs/benchmarks/topics.sh [OPTION ...] --input FILE ...
#        jobs/benchmarks/topics.sh --smoke [OPTION ...]
#        jobs/benchmarks/topics.sh --help
set -euo pipefail

home=$(cd "$(dirname "$0")/../.." && pwd)
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

options=() inputs=()
while [ $# -gt 0 ]; do
  case $1 in
    --smoke) # Over the samples, which have bad records on purpose: to see that it works.
      for format in arxiv-json arxiv-tsv daily-papers openalex; do
        inputs+=(--input "$home/data-samples/$format/corpus")
      done
      export ALMAGEST_INGEST_MAX_REJECTED=0.05
      options+=(-k 8 --sweeps 10,20 --peers mallet,mllib-online --mllib-iterations 5)
      ;;
    --input) # All the rest are files.
      [ $# -gt 1 ] || { echo "topics.sh: --input needs files" >&2; exit 2; }
      for file in "${@:2}"; do inputs+=(--input "$(realpath "$file")"); done
      break
      ;;
    *) options+=("$1") ;;
  esac
  shift
done

if [ ${#inputs[@]} -gt 0 ]; then
  echo "running ingest and terms…" >&2
  "$home/submit/almagest" run --stages ingest,terms "${inputs[@]}" \
    --warehouse "$scratch/warehouse" >&2
  options+=("$scratch/warehouse")
fi

(cd "$home" && ./mvnw -q -Pbenchmarks -DskipTests test-compile >&2)

java=${JAVA_HOME:+$JAVA_HOME/bin/}java
classes=$home/jobs/target/benchmark-classes:$home/jobs/target/classes:$(cat "$home/jobs/target/benchmark.classpath")
"$java" "-Xmx${ALMAGEST_DRIVER_MEMORY:-4g}" -XX:+UseParallelGC "@$home/submit/conf/spark-jvm.options" \
  -Dspark.executor.killOnFatalError.depth=0 -cp "$classes" \
  org.almagest.benchmark.topics.TopicsBenchmark --scratch "$scratch" \
  --python-script "$home/jobs/benchmarks/topics_peers.py" "${options[@]}"

#!/usr/bin/env bash
# Computes graphs with our kernels and with other libraries, in turn; see README.md beside.
# Usage: jobs/benchmarks/graphs.sh [OPTION ...] WAREHOUSE
#        jobs/benchmarks/graphs.sh [OPTION ...] --generate NODES,EDGES
#        jobs/benchmarks/graphs.sh [OPTION ...] --input FILE ...
#        jobs/benchmarks/graphs.sh --edges [OPTION ...]
#        jobs/benchmarks/graphs.sh [--edges] --help
set -euo pipefail

home=$(cd "$(dirname "$0")/../.." && pwd)
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

program=GraphsBenchmark options=() inputs=()
while [ $# -gt 0 ]; do
  case $1 in
    --edges) program=EdgesBenchmark ;;
    --input) # All the rest are files.
      [ $# -gt 1 ] || { echo "graphs.sh: --input needs files" >&2; exit 2; }
      for file in "${@:2}"; do inputs+=(--input "$(realpath "$file")"); done
      break
      ;;
    *) options+=("$1") ;;
  esac
  shift
done

if [ ${#inputs[@]} -gt 0 ]; then
  echo "running ingest and coauthors…" >&2
  "$home/submit/almagest" run --stages ingest,coauthors --set authors.identity=raw-name \
    "${inputs[@]}" --warehouse "$scratch/warehouse" >&2
  options+=("$scratch/warehouse")
fi
if [ $program = GraphsBenchmark ]; then
  options+=(--python-script "$home/jobs/benchmarks/graphs_igraph.py")
fi

(cd "$home" && ./mvnw -q -Pbenchmarks -DskipTests test-compile >&2)

java=${JAVA_HOME:+$JAVA_HOME/bin/}java
classes=$home/jobs/target/benchmark-classes:$home/jobs/target/classes:$(cat "$home/jobs/target/benchmark.classpath")
"$java" "-Xmx${ALMAGEST_DRIVER_MEMORY:-3g}" -XX:+UseParallelGC "@$home/submit/conf/spark-jvm.options" \
  -Dspark.executor.killOnFatalError.depth=0 -cp "$classes" \
  "org.almagest.benchmark.graphs.$program" --scratch "$scratch" ${options[@]+"${options[@]}"}

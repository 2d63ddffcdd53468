# shellcheck shell=bash
# What submit/almagest and notebooks/install-kernel begin with: finds Java, and builds what is missing.
# A script sources this with `home` set, and `program` to its name in messages.

fail() {
  printf '%s: %s\n' "$program" "$1" >&2
  exit "$2"
}

jar=$home/jobs/target/almagest.jar
classpath_file=$home/jobs/target/launcher.classpath
archive=$home/jobs/target/launcher.jsa
# shellcheck disable=SC2034 # for those who source this
kernel_jar=$home/notebooks/kernel/target/almagest-notebook-kernel.jar
kernel_classpath_file=$home/notebooks/kernel/target/kernel.classpath
export ALMAGEST_HOME=$home

# File names and text are UTF-8, also where cron sets no locale.
case ${LC_ALL:-${LC_CTYPE:-${LANG:-}}} in
  *[Uu][Tt][Ff]8 | *[Uu][Tt][Ff]-8) ;;
  *) export LC_ALL=C.UTF-8 ;;
esac

if [ -n "${JAVA_HOME:-}" ]; then
  java=$JAVA_HOME/bin/java
else
  java=$(command -v java || true)
fi
[ -x "$java" ] || fail "There is no Java at '${java:-java}'. Install a JDK 17, or set JAVA_HOME to one." 2
# The release file saves starting a JVM only to ask.
release=$(dirname "$(dirname "$(readlink -f "$java" || echo "$java")")")/release
java_version=$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$release" 2>/dev/null || true)
[ -n "$java_version" ] ||
  java_version=$("$java" -version 2>&1 | sed -n 's/.*version "\([0-9]*\).*/\1/p' | head -n 1)
[ "$java_version" = 17 ] ||
  fail "Java 17 is needed, and $java is Java $java_version. Set JAVA_HOME to a JDK 17." 2

# Whether a jar, or a library that the file beside it names, is missing, or a source is newer than it.
is_stale() {
  local built=$1 names=$2 IFS=: entry
  shift 2
  [ -s "$built" ] && [ -s "$names" ] || return 0
  set -f
  for entry in $(cat "$names"); do
    [ -e "$entry" ] || return 0
  done
  set +f
  [ -n "$(find "$@" -type f -newer "$built" | head -n 1)" ]
}

needs_build() {
  is_stale "$jar" "$classpath_file" "$home/pom.xml" "$home"/*/pom.xml "$home"/*/src/main \
    "$home/submit/sql/questions"
}

kernel_needs_build() {
  needs_build || is_stale "$kernel_jar" "$kernel_classpath_file" "$home/notebooks/kernel"/{pom.xml,src/main}
}

# Builds a module and what it needs if the command given still says so when no other script builds.
build_if() {
  local lock=$home/jobs/target/.building holder
  mkdir -p "$home/jobs/target" && [ -w "$home/jobs/target" ] ||
    fail "Almagest is not built yet and $home cannot be written to." 2
  # A symbolic link is made in one step, and its target tells who builds.
  until ln -s "$$" "$lock" 2>/dev/null; do
    holder=$(readlink "$lock" || true)
    if [ -n "$holder" ] && ! kill -0 "$holder" 2>/dev/null; then
      rm -f "$lock"
    else
      sleep 1
    fi
  done
  trap 'rm -f "$home/jobs/target/.building"' EXIT
  if "$1"; then
    if [ -e "$jar" ]; then
      echo "building Almagest (its sources have changed)…" >&2
    else
      echo "building Almagest (first run only; Maven fetches Spark, which can take minutes)…" >&2
    fi
    (cd "$home" && ./mvnw -q -DskipTests -Dspotless.check.skip=true -pl "$2" -am package) >&2 ||
      fail "The build failed; Maven says why above." 1
  fi
  rm -f "$lock"
  trap - EXIT
}

# Java does not ask TMPDIR where files for a while go, as other programs do.
scratch_options=()
if [ -n "${TMPDIR:-}" ]; then
  scratch=$(CDPATH='' cd -- "$TMPDIR" 2>/dev/null && [ -w . ] && pwd) ||
    fail "TMPDIR is $TMPDIR, where no file can be written. Set it to a directory of yours, or unset it." 2
  scratch_options=("-Djava.io.tmpdir=$scratch")
fi

# Options for a JVM that runs Spark within it, in `jvm_options`, and its heap in `memory`.
for_spark() {
  memory=${ALMAGEST_DRIVER_MEMORY:-4g}
  [[ $memory =~ ^[0-9]+[kKmMgG]$ ]] ||
    fail "ALMAGEST_DRIVER_MEMORY is '$memory'. Write a number and a unit, such as 8g." 2
  # What the JVM cannot use of the archive, it is not to complain about.
  local shared_classes=()
  [ ! "$archive" -nt "$jar" ] || [ ! "$archive" -nt "$classpath_file" ] ||
    shared_classes=("-XX:SharedArchiveFile=$archive" '-Xlog:cds*=off' '-Xlog:class+path*=off')
  # Spark has thousands of methods that run often but not long, and optimising them all takes more of the
  # cores than it gains. 20 times the default thresholds leaves that to the hot ones.
  local compiler=(-XX:Tier4InvocationThreshold=100000 -XX:Tier4MinInvocationThreshold=12000
    -XX:Tier4CompileThreshold=300000 -XX:Tier4BackEdgeThreshold=800000)
  # shellcheck disable=SC2034 # for those who source this
  jvm_options=("-Xmx$memory" -XX:+UseParallelGC "${compiler[@]}"
    "@$home/submit/conf/spark-jvm.options"
    ${shared_classes[@]+"${shared_classes[@]}"})
}

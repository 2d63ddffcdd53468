# What the wrappers share; not to be called by hand.

# Ends with a usage error where a variable is not set: needs VARIABLE MEANING
needs() {
  [ -n "${!1:-}" ] || {
    echo "$(basename "$0"): $1 is not set. Set it to $2." >&2
    exit 2
  }
}

# Starts the launcher: submit COMMAND [OPTION ...] -- SPARK_OPTION ...
# Options said by hand come last, so that they win.
submit() {
  [ $# -gt 0 ] && [ "$1" != -- ] || {
    echo "$(basename "$0"): name a command, such as run; $(basename "$0").md tells how." >&2
    exit 2
  }
  local command=$1 options=()
  shift
  while [ "$1" != -- ]; do
    options+=("$1")
    shift
  done
  shift
  # These are ours, and the launcher refuses variables that it does not know.
  export -n ALMAGEST_MASTER ALMAGEST_IMAGE ALMAGEST_NAMESPACE ALMAGEST_SERVICE_ACCOUNT
  export -n ALMAGEST_EXECUTORS ALMAGEST_EXECUTOR_CORES ALMAGEST_EXECUTOR_MEMORY
  set -- "$here/../almagest" "$command" "$@" ${options[@]+"${options[@]}"}
  if [ -n "${ALMAGEST_DRY_RUN:-}" ]; then
    printf '%q ' "$@"
    echo
    exit 0
  fi
  exec "$@"
}

# find_jdk VERSION: prints the home of a JDK (or JRE) of at least that feature version, or says how to get one.
# Looks at JAVA_HOME, the PATH, and the usual places of Linux, macOS and SDKMAN. Sourced by mvnw and bin/coach.

jdk_feature() { # prints the feature version of the Java in home $1, nothing if there is none
  if [ -r "$1/release" ]; then
    sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release" | head -n 1
  elif [ -x "$1/bin/java" ]; then
    "$1/bin/java" -version 2>&1 | sed -n 's/.*version "\([0-9]*\).*/\1/p' | head -n 1
  fi
}

find_jdk() {
  wanted=$1
  on_path=$(command -v java 2>/dev/null || true)
  if [ -n "$on_path" ] && command -v readlink >/dev/null; then
    real=$(readlink -f "$on_path" 2>/dev/null || echo "$on_path")
    on_path=$(dirname "$(dirname "$real")")
  fi
  for home in "${JAVA_HOME:-}" "$on_path" \
    /usr/lib/jvm/* /usr/java/* /opt/java/* /opt/jdk* /usr/local/openjdk* \
    /Library/Java/JavaVirtualMachines/*/Contents/Home "${HOME:-/nonexistent}"/Library/Java/JavaVirtualMachines/*/Contents/Home \
    "${SDKMAN_DIR:-${HOME:-/nonexistent}/.sdkman}"/candidates/java/*; do
    [ -n "$home" ] && [ -x "$home/bin/java" ] || continue
    feature=$(jdk_feature "$home")
    if [ -n "$feature" ] && [ "$feature" -ge "$wanted" ] 2>/dev/null; then
      echo "$home"
      return 0
    fi
  done
  echo "No Java $wanted or newer found. Install a JDK $wanted (for example Eclipse Temurin from adoptium.net) or set JAVA_HOME to one." >&2
  return 1
}

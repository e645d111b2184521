# What the scripts beside it have in common; sourced by them.
#
# A JDK 25 or newer is taken from JAVA_HOME, else from the PATH. RUNS sets how often each thing is measured; the directory
# RESULTS is where figures are written to besides being printed, as JSON.

set -euo pipefail
export COMMAND="benchmarks/$(basename "$0")${*:+ $*}" # for what is written
cd "$(dirname "${BASH_SOURCE[0]}")/.."

SERVER_JAR=entry-javalin/target/pixport.jar
FUNCTION_JAR=entry-lambda/target/pixport-lambda.jar
BENCHMARKS_JAR=benchmarks/target/benchmarks.jar
LOAD_GENERATOR=benchmarks/target/load-generator
LOCAL_AWS_JAR=local-aws/target/local-aws-0.1.0-SNAPSHOT.jar
AOT_CACHE=benchmarks/target/pixport.aot
PHOTO=contract-tests/src/main/resources/io/pixport/contracts/images/good/photo.jpg

# What benchmarks/measure and benchmarks/compare measure, unless they are told.
SECTIONS=(startup micro server peers uploads-at-once growth aws-overhead "uploads-at-once aws" completions-at-once http-clients
  upkeep cold-start soak)

fail() {
  echo "$0: $*" >&2
  exit 1
}

JAVA=${JAVA_HOME:+$JAVA_HOME/bin/}java
"$JAVA" --version 2>/dev/null | awk 'NR == 1 { exit !($2 + 0 >= 25) }' ||
  fail "needs a JDK 25 or newer: set JAVA_HOME to one (now: $("$JAVA" --version 2>&1 | head -n 1))"

# Builds what is missing or older than its sources.
build() {
  for jar in "$SERVER_JAR" "$FUNCTION_JAR" "$BENCHMARKS_JAR"; do
    if [ ! -e "$jar" ] || [ -n "$(find ./*/src/main ./*/pom.xml pom.xml -newer "$jar" -print -quit)" ]; then
      echo "Building" >&2
      mvn -q -DskipTests -pl entry-javalin,entry-lambda,benchmarks -am package || fail "the build failed"
      touch "$SERVER_JAR" "$FUNCTION_JAR" "$BENCHMARKS_JAR"
      return
    fi
  done
}

# Lets this process, and what it starts, have as many connections, each with the temporary file of an upload.
allow_connections() {
  local files=$((2 * $1 + 500))
  ulimit -n "$files" 2>/dev/null || [ "$(ulimit -n)" -ge "$files" ] ||
    fail "$1 connections need $files open files, and $(ulimit -Hn) are allowed: raise the limit (ulimit -n, as root), or set CONNECTIONS"
}

# Runs a program of this module, a class's name and its arguments, in the place of the script.
measure() {
  exec "$JAVA" ${HEAP:+-Xmx$HEAP} --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow \
    -Dorg.apache.logging.log4j.simplelog.StatusLogger.level=OFF \
    -cp "$BENCHMARKS_JAR:$LOCAL_AWS_JAR:$LOAD_GENERATOR/*${CLIENTS:+:$CLIENTS}" io.pixport.benchmarks.Main "$@"
}

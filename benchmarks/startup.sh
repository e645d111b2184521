#!/usr/bin/env bash
# Time from a server's start to its first answer, and its memory: with and without an AOT cache, beside bare Javalin.
# RUNS: how often, 10 by default.
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"
build
benchmarks/aot-cache.sh "$AOT_CACHE" >/dev/null
measure Startup "$SERVER_JAR" "$AOT_CACHE" "$BENCHMARKS_JAR"

#!/usr/bin/env bash
# What the function adds to a read of metadata when it is warm, an event in and the answer out, and what it allocates.
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"
build
PIXPORT_SECRET="for page tokens of a measurement" exec "$JAVA" -jar "$BENCHMARKS_JAR" WarmFunction -prof gc

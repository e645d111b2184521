#!/usr/bin/env bash
# From the start of the function's process to its first answer, over S3 and DynamoDB on local servers, beside a bare
# function: with the jar alone, with C1 and the serial collector, with an AOT cache, and with all of these.
# RUNS: how often, 10 by default. CLIENTS: jars of another HTTP client of the SDK, separated by colons, such as those of
# apache5-client, to start the function with that one as well.
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"
build
measure ColdStart benchmarks/target/lambda-runtime "$FUNCTION_JAR" benchmarks/target/benchmarks-0.1.0-SNAPSHOT.jar \
  contract-tests/src/main/resources/io/pixport/contracts/images/good/small.jpg ${CLIENTS:+"$CLIENTS"}

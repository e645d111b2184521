#!/usr/bin/env bash
# The HTTP clients of the AWS SDK beside each other, on the local servers: one caller, and 16 at once.
# RUNS: how many rounds, 10 by default. CLIENTS: jars of further clients, separated by colons, such as those of aws-crt-client.
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"
build
CLIENTS=$FUNCTION_JAR${CLIENTS:+:$CLIENTS} # which brings the SDK's client over URLConnection
HEAP=4g
measure HttpClients

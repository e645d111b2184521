#!/usr/bin/env bash
# What the server answers over stores in memory: uploads, metadata, pages, content and a mix of them, each at 1, 16, 256 and
# 2,000 connections. At most, and at the highest rate at which 99% of requests take less than 20 ms, counted from when they
# were due. The load generator, Hyperfoil, is on the same machine and takes its share. Uploads of 10 MB go no further than 256 connections.
# RUNS: how often, 2 by default, twenty minutes each on a slow machine. SECONDS_EACH: how long a load lasts, 2 by default.
# STEPS: how often the rate is halved, 3 by default. CONNECTIONS: other numbers, the last one the highest. ONLY: operations that have
# this in their name, such as "page". In a minute: RUNS=1 SECONDS_EACH=1 STEPS=2 CONNECTIONS=16 ONLY=metadata.
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"
export CONNECTIONS=${CONNECTIONS:-1 16 256 2000}
allow_connections "${CONNECTIONS##* }"
build
measure ServerLoad "$SERVER_JAR" "$(dirname "$PHOTO")"

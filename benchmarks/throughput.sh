#!/usr/bin/env bash
# Uploads of photo.jpg and reads of metadata a second over 16 connections, beside a bare Jetty handler.
# Asked by wrk, which is on the same machine and takes its share. RUNS: how often, 5 by default.
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"
command -v wrk >/dev/null || fail "needs wrk: apt-get install wrk, or github.com/wg/wrk"
build
measure Throughput "$SERVER_JAR" "$BENCHMARKS_JAR" "$PHOTO" benchmarks/wrk.lua

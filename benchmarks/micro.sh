#!/usr/bin/env bash
# The hot paths one by one, by JMH, in one thread: time and allocation of each. Takes some twelve minutes.
# Arguments: which benchmarks, such as ReceiveBenchmark; by default all. RUNS: how many processes measure each, 2 by default.
# WARM_UP, ITERATIONS: how often each process measures, 10 and 3 by default. MILLIS: for how long, 500 by default.
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"
build
HEAP=4g
export PIXPORT_SECRET="for page tokens of a measurement"
measure Micro "$@"

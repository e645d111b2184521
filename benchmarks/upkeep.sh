#!/usr/bin/env bash
# What runs by itself, over stores in memory: how many objects a second are reconciled and purged, of 100,000 images.
# RUNS: how often, 5 by default.
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"
build
HEAP=3g
measure Upkeep

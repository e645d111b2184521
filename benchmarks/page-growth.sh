#!/usr/bin/env bash
# A page of 20 by user, by tag and by both, among 1,000 and among 1,000,000 images, and the memory of an image's record.
# RUNS: how many rounds, 30 by default.
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"
build
HEAP=6g
measure PageGrowth

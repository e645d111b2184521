#!/usr/bin/env bash
# How much longer a call takes among many images: pages, gets and saves among 1,000 to 1,000,000 images in memory, pages and
# gets among them over HTTP, and all of it among 1,000 to 100,000 images on DynamoDB Local; and the memory of an image's record.
# RUNS: how many rounds, 10 by default. LARGEST_TABLE: images on DynamoDB Local at most, 100,000 by default; to save as many takes a quarter of an hour.
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"
build
HEAP=8g
measure Growth

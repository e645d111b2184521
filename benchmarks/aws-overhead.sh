#!/usr/bin/env bash
# What upload, get, list and delete take as use cases over S3 and DynamoDB, beside the requests alone that they send.
# RUNS: how many rounds of 50 images, 10 by default.
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"
build
HEAP=4g
measure AwsOverhead contract-tests/src/main/resources/io/pixport/contracts/images/good/small.jpg

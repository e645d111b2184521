#!/usr/bin/env bash
# What each use case takes over S3 and DynamoDB on local servers, beside the requests alone that it sends, and how many
# requests and request units these are. RUNS: how many rounds of 25 images, 10 by default. WARM_UP: images before, 100 by default.
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"
build
HEAP=4g
measure AwsOverhead contract-tests/src/main/resources/io/pixport/contracts/images/good/small.jpg

#!/usr/bin/env bash
# Users who upload, read, list, delete and restore on a server over S3 and DynamoDB, spoken by local servers, while it is watched
# for what grows, and then while it is killed again and again. Fails if anything that was acknowledged is lost or has come back.
# MINUTES: for how long, 10 by default; the first half without kills. SEED: plays the same dice again.
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"
build
HEAP=4g
measure Soak "$SERVER_JAR" "$(dirname "$PHOTO")"

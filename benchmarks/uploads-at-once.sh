#!/usr/bin/env bash
# 64 uploads of 10 MiB at once into a server with -Xmx800m, raw, as multipart and as JSON, all read back and compared.
# With the argument aws: into a server with -Xmx128m that stands on S3 and DynamoDB, spoken by local servers.
# Writes as much to the directory for temporary files, for a moment. RUNS: how often, 3 by default.
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"
build
measure UploadsAtOnce "$SERVER_JAR" "$PHOTO" "$@"

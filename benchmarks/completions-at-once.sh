#!/usr/bin/env bash
# 24 direct uploads of 10 MiB, all completed at once by a server with -Xmx48m that stands on S3 and DynamoDB, spoken by local
# servers: by link, and by form, whose bytes it also stores again. RUNS: how often, 3 by default.
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"
build
HEAP=6g
measure CompletionsAtOnce "$SERVER_JAR" "$PHOTO"

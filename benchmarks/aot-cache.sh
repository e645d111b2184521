#!/usr/bin/env bash
# Makes an AOT cache of the server: benchmarks/aot-cache.sh [FILE], by default benchmarks/target/pixport.aot.
#
# The server runs once, takes an upload, lists, shows and serves it, and writes down what it has loaded. The cache
# belongs to this pixport.jar and this JDK: make it again when either changes. It is used by
#   java -XX:AOTCache=FILE -jar entry-javalin/target/pixport.jar
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"
command -v curl >/dev/null || fail "needs curl"
build
CACHE=${1:-$AOT_CACHE}

LOG=$(mktemp)
SERVER=
trap '[ -z "$SERVER" ] || kill "$SERVER" || true; rm -f "$LOG"' EXIT
PIXPORT_PORT=0 "$JAVA" -XX:AOTCacheOutput="$CACHE" -jar "$SERVER_JAR" >"$LOG" 2>&1 &
SERVER=$!

URL=
until [ -n "$URL" ]; do
  kill -0 "$SERVER" 2>/dev/null || fail "the server did not start: $(cat "$LOG")"
  sleep 0.1
  URL=$(sed -n 's/^Pixport listens on \([^ ]*\).*/\1/p' "$LOG")
done

ask() {
  curl -sSf -o /dev/null "$@" || fail "the training run failed"
}
ID=$(curl -sSf -F file=@"$PHOTO" -F user_id=user123 -F title=Photo -F tags=sunset,nature "$URL/images" |
  grep -o '"image_id":"[^"]*' | head -n 1 | cut -d'"' -f4)
ask -H "Content-Type: image/jpeg" --data-binary @"$PHOTO" "$URL/images?user_id=user123"
ask "$URL/health"
ask "$URL/images?user_id=user123&tag=sunset"
ask "$URL/images/$ID"
ask "$URL/images/$ID/content"
ask -X PATCH -H "Content-Type: application/json" -d '{"title": "Dawn"}' "$URL/images/$ID"
ask -X DELETE "$URL/images/$ID"

kill "$SERVER"
wait "$SERVER" || fail "the server failed: $(cat "$LOG")"
SERVER=
[ -s "$CACHE" ] || fail "there is no cache: $(cat "$LOG")"
echo "$CACHE"

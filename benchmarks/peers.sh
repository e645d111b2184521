#!/usr/bin/env bash
# What Pixport answers at most, beside its limits (bare Jetty, SHA-256, the loopback) and beside peers that anyone can run: nginx,
# which serves the same file, and the small services in FastAPI and Express of benchmarks/peers. 16 connections.
# PEERS: which of them, "nginx fastapi express" by default; "" for none. RUNS: how often, 3 by default, some ten minutes each.
# SECONDS_EACH: how long a load lasts, 2 by default. ONLY: operations that have this in their name, such as "page".
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"

# installed PEER HINT COMMAND...: fails with the hint if the command does.
installed() {
  local peer=$1 hint=$2
  shift 2
  "$@" >/dev/null 2>&1 || fail "$peer is not installed: $hint; or leave it out with PEERS, now \"$PEERS\""
}

export PEERS=${PEERS-nginx fastapi express}
for peer in $PEERS; do
  case $peer in
    nginx) installed nginx "apt-get install nginx-light" env PATH="$PATH:/usr/sbin" nginx -v ;;
    fastapi) installed FastAPI "apt-get install python3-fastapi python3-uvicorn python3-multipart" \
      /usr/bin/python3 -c "import fastapi, uvicorn, multipart" ;;
    express) installed Express "Node.js 18 or newer, and npm ci --prefix benchmarks/peers/express" \
      node -e "process.chdir('benchmarks/peers/express'); ['express', 'multer'].forEach(name => require.resolve(name, { paths: ['.'] }))" ;;
    *) fail "there is no peer $peer" ;;
  esac
done
for peer in nginx fastapi express; do
  [[ " $PEERS " == *" $peer "* ]] || echo "Without $peer" >&2
done
build
measure PeerLoad "$SERVER_JAR" "$BENCHMARKS_JAR" "$(dirname "$PHOTO")" benchmarks/peers

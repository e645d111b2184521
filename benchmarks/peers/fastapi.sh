#!/usr/bin/env bash
# The service in FastAPI, on 127.0.0.1 and the port of PIXPORT_PORT, by Debian's Python and its packages.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/fastapi"
export PYTHONDONTWRITEBYTECODE=1
exec /usr/bin/python3 -m uvicorn service:app --host 127.0.0.1 --port "$PIXPORT_PORT" --no-access-log --log-level warning

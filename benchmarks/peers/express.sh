#!/usr/bin/env bash
# The service in Express, on 127.0.0.1 and the port of PIXPORT_PORT; its packages are installed by npm ci in its directory.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/express"
NODE_ENV=production exec node service.js

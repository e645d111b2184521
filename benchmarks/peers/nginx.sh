#!/usr/bin/env bash
# nginx, which serves one file: nginx.sh FILE PREFIX, on 127.0.0.1 and the port of PIXPORT_PORT; PREFIX is a directory for its own files.
set -euo pipefail
FILE=$(realpath "$1")
PREFIX=$(realpath "$2")
cat >"$PREFIX/nginx.conf" <<CONF
daemon off;
worker_processes auto;
pid nginx.pid;
error_log stderr;
events { worker_connections 4096; }
http {
  access_log off;
  client_body_temp_path body;
  proxy_temp_path proxy;
  fastcgi_temp_path fastcgi;
  uwsgi_temp_path uwsgi;
  scgi_temp_path scgi;
  default_type image/jpeg;
  sendfile on;
  keepalive_requests 1000000000;
  server {
    listen 127.0.0.1:$PIXPORT_PORT backlog=4096;
    location = /health { return 200; }
    location = /images/photo/content { alias $FILE; }
  }
}
CONF
exec "$(PATH=$PATH:/usr/sbin command -v nginx)" -p "$PREFIX" -c "$PREFIX/nginx.conf"

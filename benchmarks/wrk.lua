-- Posts the file named by UPLOAD, or gets when there is none, and prints what came of it in one line.

local upload = os.getenv("UPLOAD")
if upload then
  local file = assert(io.open(upload, "rb"))
  wrk.method = "POST"
  wrk.headers["Content-Type"] = "image/jpeg"
  wrk.body = file:read("*a")
  file:close()
end

function done(summary, latency, requests)
  local e = summary.errors
  io.write(string.format(
    "RESULT requests=%d micros=%d p99_micros=%d errors=%d\n",
    summary.requests, summary.duration, latency:percentile(99),
    e.connect + e.read + e.write + e.status + e.timeout))
end

package io.pixport.benchmarks;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Events as an HTTP API of API Gateway sends them, with all that it says besides. */
final class FunctionEvents {
    private static final Pattern ID = Pattern.compile("image_id\\\\\":\\\\\"([0-9a-f-]{36})");

    private FunctionEvents() {}

    static byte[] get(String path) {
        return event("GET", path, "", "");
    }

    static byte[] upload(byte[] image) {
        return event(
                "POST",
                "/images",
                "user_id=user123&tags=sunset",
                Base64.getEncoder().encodeToString(image));
    }

    private static byte[] event(String method, String path, String query, String base64) {
        return """
                {"version": "2.0", "routeKey": "$default", "rawPath": "%2$s", "rawQueryString": "%3$s",
                 "headers": {"accept": "*/*", "content-type": "image/jpeg", "content-length": "%5$d",
                  "host": "id.execute-api.us-east-1.amazonaws.com", "user-agent": "curl/8.5.0",
                  "x-amzn-trace-id": "Root=1-5e66d96f-7491f09xmpl79d18acf3d050", "x-forwarded-for": "192.0.2.1",
                  "x-forwarded-port": "443", "x-forwarded-proto": "https"},
                 "requestContext": {"accountId": "123456789012", "apiId": "id",
                  "domainName": "id.execute-api.us-east-1.amazonaws.com", "domainPrefix": "id",
                  "http": {"method": "%1$s", "path": "%2$s", "protocol": "HTTP/1.1", "sourceIp": "192.0.2.1",
                   "userAgent": "curl/8.5.0"},
                  "requestId": "JKJaXmPLvHcESHA=", "routeKey": "$default", "stage": "$default",
                  "time": "12/Mar/2020:19:03:58 +0000", "timeEpoch": 1583348638390},
                 "body": "%4$s", "isBase64Encoded": true}
                """.formatted(method, path, query, base64, base64.length() * 3 / 4)
                .getBytes(StandardCharsets.UTF_8);
    }

    /** The id of the image that an answer says has been uploaded. */
    static String idOf(String answer) {
        Matcher id = ID.matcher(answer);
        if (!id.find()) {
            throw new IllegalStateException("not uploaded: " + answer);
        }
        return id.group(1);
    }
}

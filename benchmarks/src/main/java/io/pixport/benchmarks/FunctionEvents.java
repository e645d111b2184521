package io.pixport.benchmarks;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Events as API Gateway sends them, with all that it says besides. */
public enum FunctionEvents {
    /** An HTTP API, with payload 2.0. */
    HTTP_API("""
            {"version": "2.0", "routeKey": "$default", "rawPath": "%2$s", "rawQueryString": "%3$s",
             "headers": {"accept": "*/*", "content-type": "image/jpeg", "content-length": "%6$d",
              "host": "id.execute-api.us-east-1.amazonaws.com", "user-agent": "curl/8.5.0",
              "x-amzn-trace-id": "Root=1-5e66d96f-7491f09xmpl79d18acf3d050", "x-forwarded-for": "192.0.2.1",
              "x-forwarded-port": "443", "x-forwarded-proto": "https"},
             "requestContext": {"accountId": "123456789012", "apiId": "id",
              "domainName": "id.execute-api.us-east-1.amazonaws.com", "domainPrefix": "id",
              "http": {"method": "%1$s", "path": "%2$s", "protocol": "HTTP/1.1", "sourceIp": "192.0.2.1",
               "userAgent": "curl/8.5.0"},
              "requestId": "JKJaXmPLvHcESHA=", "routeKey": "$default", "stage": "$default",
              "time": "12/Mar/2020:19:03:58 +0000", "timeEpoch": 1583348638390},
             "body": "%5$s", "isBase64Encoded": true}
            """),

    /** A REST API. */
    REST_API("""
            {"resource": "/{proxy+}", "path": "%2$s", "httpMethod": "%1$s",
             "headers": {"Accept": "*/*", "Content-Type": "image/jpeg", "Content-Length": "%6$d",
              "Host": "id.execute-api.us-east-1.amazonaws.com", "User-Agent": "curl/8.5.0",
              "X-Amzn-Trace-Id": "Root=1-5e66d96f-7491f09xmpl79d18acf3d050", "X-Forwarded-For": "192.0.2.1",
              "X-Forwarded-Port": "443", "X-Forwarded-Proto": "https"},
             "multiValueHeaders": {"Accept": ["*/*"], "Content-Type": ["image/jpeg"], "Content-Length": ["%6$d"],
              "Host": ["id.execute-api.us-east-1.amazonaws.com"], "User-Agent": ["curl/8.5.0"],
              "X-Amzn-Trace-Id": ["Root=1-5e66d96f-7491f09xmpl79d18acf3d050"], "X-Forwarded-For": ["192.0.2.1"],
              "X-Forwarded-Port": ["443"], "X-Forwarded-Proto": ["https"]},
             "queryStringParameters": null, "multiValueQueryStringParameters": {%4$s},
             "pathParameters": {"proxy": "images"}, "stageVariables": null,
             "requestContext": {"resourceId": "id", "resourcePath": "/{proxy+}", "httpMethod": "%1$s",
              "extendedRequestId": "JJbxmplHYosFVYQ=", "requestTime": "10/Mar/2020:00:03:59 +0000",
              "path": "/prod%2$s", "accountId": "123456789012", "protocol": "HTTP/1.1", "stage": "prod",
              "domainPrefix": "id", "requestTimeEpoch": 1583798639428,
              "requestId": "77375676-xmpl-4b79-853a-f982474efe18",
              "identity": {"sourceIp": "192.0.2.1", "userAgent": "curl/8.5.0", "user": null},
              "domainName": "id.execute-api.us-east-1.amazonaws.com", "apiId": "id"},
             "body": "%5$s", "isBase64Encoded": true}
            """);

    private static final Pattern ID = Pattern.compile("image_id\\\\\":\\\\\"([0-9a-f-]{36})");

    private final String template;

    FunctionEvents(String template) {
        this.template = template;
    }

    byte[] get(String path) {
        return event("GET", path, "", "");
    }

    byte[] upload(byte[] image) {
        return event(
                "POST",
                "/images",
                "user_id=user123&tags=sunset",
                Base64.getEncoder().encodeToString(image));
    }

    private byte[] event(String method, String path, String query, String base64) {
        String parameters = Arrays.stream(query.split("&"))
                .filter(pair -> !pair.isEmpty())
                .map(pair -> "\"%s\": [\"%s\"]".formatted((Object[]) pair.split("=", 2)))
                .collect(Collectors.joining(", "));
        return template.formatted(method, path, query, parameters, base64, base64.length() * 3 / 4)
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

package io.pixport.lambda;

/**
 * Who sends an event and waits for the answer; each writes both in a way of its own.
 *
 * @see <a href="https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-lambda-proxy-integrations.html">REST
 *     APIs</a>
 * @see <a href="https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html">HTTP
 *     APIs, and function URLs as they</a>
 * @see <a href="https://docs.aws.amazon.com/elasticloadbalancing/latest/application/lambda-functions.html">load
 *     balancers</a>
 */
enum Gateway {
    /** API Gateway's REST API, or payload 1.0 of its HTTP API. */
    REST_API(true),
    /** API Gateway's HTTP API with payload 2.0, or a function URL. */
    HTTP_API(false),
    /** An Application Load Balancer, which itself carries no more than 1 MB each way. */
    LOAD_BALANCER(false),
    /** An Application Load Balancer whose target group has multi-value headers. */
    MULTI_VALUE_LOAD_BALANCER(true);

    private final boolean multiValue;

    Gateway(boolean multiValue) {
        this.multiValue = multiValue;
    }

    /** Whether headers of an answer are lists of values; else several values are one, separated by commas. */
    boolean multiValue() {
        return multiValue;
    }
}

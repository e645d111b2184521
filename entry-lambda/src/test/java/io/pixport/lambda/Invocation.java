package io.pixport.lambda;

import com.amazonaws.services.lambda.runtime.ClientContext;
import com.amazonaws.services.lambda.runtime.CognitoIdentity;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.LambdaLogger;
import java.time.Duration;
import java.util.UUID;

/** What Lambda tells a handler of an invocation. */
record Invocation(String awsRequestId, Duration time) implements Context {
    static Invocation of(Duration time) {
        return new Invocation(UUID.randomUUID().toString(), time);
    }

    @Override
    public String getAwsRequestId() {
        return awsRequestId;
    }

    @Override
    public int getRemainingTimeInMillis() {
        return (int) time.toMillis();
    }

    @Override
    public String getLogGroupName() {
        return "/aws/lambda/pixport";
    }

    @Override
    public String getLogStreamName() {
        return "2026/02/11/[1]00000000000000000000000000000000";
    }

    @Override
    public String getFunctionName() {
        return "pixport";
    }

    @Override
    public String getFunctionVersion() {
        return "1";
    }

    @Override
    public String getInvokedFunctionArn() {
        return "arn:aws:lambda:us-east-1:123456789012:function:pixport";
    }

    @Override
    public CognitoIdentity getIdentity() {
        throw new UnsupportedOperationException("only for mobile SDKs");
    }

    @Override
    public ClientContext getClientContext() {
        throw new UnsupportedOperationException("only for mobile SDKs");
    }

    @Override
    public int getMemoryLimitInMB() {
        return 1024;
    }

    @Override
    public LambdaLogger getLogger() {
        throw new UnsupportedOperationException("logs go to the standard error");
    }
}

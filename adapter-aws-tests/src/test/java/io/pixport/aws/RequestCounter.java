package io.pixport.aws;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.interceptor.SdkExecutionAttribute;

/** Notes the name of every operation of which a request is sent, those that are tried again too. */
final class RequestCounter implements ExecutionInterceptor {
    private final List<String> operations = Collections.synchronizedList(new ArrayList<>());

    /** Such as {@code PutObject}, in the order they were sent. */
    List<String> operations() {
        return List.copyOf(operations);
    }

    void clear() {
        operations.clear();
    }

    @Override
    public void beforeTransmission(Context.BeforeTransmission context, ExecutionAttributes attributes) {
        operations.add(attributes.getAttribute(SdkExecutionAttribute.OPERATION_NAME));
    }
}

package io.pixport.aws;

import io.pixport.contracts.faults.Faults.Then;
import io.pixport.contracts.faults.Faults.When;
import io.pixport.contracts.faults.Interruptions;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttribute;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;

/**
 * Lets a call of the SDK fail as when the network does, for good: before anything was sent, or after the request took effect,
 * so that its answer is lost. What the SDK's own repetitions make good is not of interest here, so there are none.
 */
final class SdkFaults implements ExecutionInterceptor, Interruptions {
    private static final ExecutionAttribute<Boolean> ANSWER_IS_LOST = new ExecutionAttribute<>("AnswerIsLost");

    private record Plan(int call, When when, Then then) {}

    private @Nullable Plan plan;
    private boolean down;
    private int calls;

    @Override
    public synchronized void failCall(int number, When when, Then then) {
        calls = 0;
        plan = new Plan(number, when, then);
    }

    @Override
    public synchronized boolean mend() {
        boolean came = plan != null && calls >= plan.call();
        plan = null;
        down = false;
        return came;
    }

    @Override
    public synchronized void beforeExecution(Context.BeforeExecution context, ExecutionAttributes attributes) {
        calls++;
        if (down) {
            throw failure();
        }
        if (plan != null && calls == plan.call()) {
            down = plan.then() == Then.STAY_DOWN;
            if (plan.when() == When.BEFORE) {
                throw failure();
            }
            attributes.putAttribute(ANSWER_IS_LOST, true);
        }
    }

    @Override
    public void afterExecution(Context.AfterExecution context, ExecutionAttributes attributes) {
        if (attributes.getAttribute(ANSWER_IS_LOST) != null) {
            throw failure();
        }
    }

    private static SdkClientException failure() {
        return SdkClientException.create("a failure was planned", new IOException("the network is down"));
    }
}

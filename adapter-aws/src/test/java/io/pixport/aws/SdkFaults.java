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
 * Lets a call of the SDK fail as when the network does: before anything was sent, with all its attempts, or after the
 * request took effect, so that its answer is lost.
 */
final class SdkFaults implements ExecutionInterceptor, Interruptions {
    private static final ExecutionAttribute<When> FAILING = new ExecutionAttribute<>("Failing");

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
            attributes.putAttribute(FAILING, When.BEFORE);
        } else if (plan != null && calls == plan.call()) {
            attributes.putAttribute(FAILING, plan.when());
            down = plan.then() == Then.STAY_DOWN;
        }
    }

    @Override
    public void beforeTransmission(Context.BeforeTransmission context, ExecutionAttributes attributes) {
        fail(When.BEFORE, attributes);
    }

    @Override
    public void afterExecution(Context.AfterExecution context, ExecutionAttributes attributes) {
        fail(When.AFTER, attributes);
    }

    private static void fail(When when, ExecutionAttributes attributes) {
        if (attributes.getAttribute(FAILING) == when) {
            throw SdkClientException.create("a failure was planned", new IOException("the network is down"));
        }
    }
}

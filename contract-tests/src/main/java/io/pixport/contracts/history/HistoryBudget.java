package io.pixport.contracts.history;

import net.jqwik.api.lifecycle.AroundPropertyHook;
import net.jqwik.api.lifecycle.PropertyExecutionResult;
import net.jqwik.api.lifecycle.PropertyExecutor;
import net.jqwik.api.lifecycle.PropertyLifecycleContext;

/** As many histories as asked for, which an annotation could not be told from outside, and of them all kinds of trouble. */
final class HistoryBudget implements AroundPropertyHook {
    private static final int WITHOUT_BUILD = 100;

    static int histories() {
        return Integer.getInteger("pixport.test.histories", WITHOUT_BUILD);
    }

    @Override
    public PropertyExecutionResult aroundProperty(PropertyLifecycleContext context, PropertyExecutor property) {
        context.attributes().setTries(histories());
        ((HistoryProperty) context.testInstance()).seed().ifPresent(context.attributes()::setSeed);
        Troubles.requireAll();
        return property.execute();
    }
}

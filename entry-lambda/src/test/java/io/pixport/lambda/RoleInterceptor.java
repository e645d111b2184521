package io.pixport.lambda;

import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.HeadObjectRequest;

/**
 * What IAM is to a function: a call that its role in the template does not allow fails, by an error that nothing handles.
 * The SDK has one in every client of these tests, by {@code execution.interceptors}.
 */
public final class RoleInterceptor implements ExecutionInterceptor {
    private static final String CALLS = "The function calls ";
    private static final int NOT_FOUND = 404;

    private final Set<Operation> told = ConcurrentHashMap.newKeySet();
    private final @Nullable Set<Right> allowed;

    /** Of the function that the process runs, as Lambda names it; a process that runs none may do everything. */
    public RoleInterceptor() {
        this(Optional.ofNullable(System.getenv("_HANDLER"))
                .flatMap(Template.open()::function)
                .orElse(null));
    }

    RoleInterceptor(@Nullable TemplateFunction function) {
        this.allowed = function == null ? null : function.rights();
    }

    @Override
    public void beforeExecution(Context.BeforeExecution call, ExecutionAttributes attributes) {
        if (allowed != null) {
            Operation.of(call.request()).forEach(operation -> require(operation, allowed));
        }
    }

    @Override
    public void afterTransmission(Context.AfterTransmission call, ExecutionAttributes attributes) {
        boolean ofObject = call.request() instanceof GetObjectRequest || call.request() instanceof HeadObjectRequest;
        if (allowed != null && ofObject && call.httpResponse().statusCode() == NOT_FOUND) {
            require(Operation.MISS_OBJECT, allowed);
        }
    }

    private void require(Operation operation, Set<Right> allowed) {
        if (!allowed.contains(operation.right())) {
            throw new AssertionError(
                    "The template does not allow %s, which is needed for %s".formatted(operation.right(), operation));
        }
        if (told.add(operation)) {
            System.err.println(CALLS + operation);
        }
    }

    /** What a line of the log says that has been called. */
    static Optional<Operation> told(String line) {
        return line.startsWith(CALLS)
                ? Optional.of(Operation.valueOf(line.substring(CALLS.length())))
                : Optional.empty();
    }
}

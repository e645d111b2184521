package io.pixport.contracts.http;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives each test that asks for it an {@link Api} as it is by default, or an {@link ApiBuilder} for another, or several; what
 * was started is stopped after the test.
 */
final class ApiResolver implements ParameterResolver {
    private static final Namespace NAMESPACE = Namespace.create(ApiResolver.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return type == Api.class || type == ApiBuilder.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        HttpFixture fixture = (HttpFixture) context.getRequiredTestInstance();
        Started started =
                context.getStore(NAMESPACE).getOrComputeIfAbsent(Started.class, type -> new Started(), Started.class);
        ApiBuilder builder = new ApiBuilder(fixture, started);
        return parameter.getParameter().getType() == Api.class ? builder.start() : builder;
    }
}

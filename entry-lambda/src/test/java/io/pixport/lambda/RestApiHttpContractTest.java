package io.pixport.lambda;

final class RestApiHttpContractTest implements FunctionHttpFixture {
    @Override
    public TestGateway gateway() {
        return TestGateway.REST_API;
    }
}

package io.pixport.lambda;

final class HttpApiHttpContractTest implements FunctionHttpFixture {
    @Override
    public TestGateway gateway() {
        return TestGateway.HTTP_API;
    }
}

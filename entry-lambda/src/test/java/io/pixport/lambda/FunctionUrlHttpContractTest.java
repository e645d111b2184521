package io.pixport.lambda;

final class FunctionUrlHttpContractTest implements FunctionHttpFixture {
    @Override
    public TestGateway gateway() {
        return TestGateway.FUNCTION_URL;
    }
}

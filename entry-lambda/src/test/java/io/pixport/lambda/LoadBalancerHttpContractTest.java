package io.pixport.lambda;

final class LoadBalancerHttpContractTest implements FunctionHttpFixture {
    @Override
    public TestGateway gateway() {
        return TestGateway.LOAD_BALANCER;
    }
}

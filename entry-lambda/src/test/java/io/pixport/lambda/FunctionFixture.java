package io.pixport.lambda;

import io.pixport.contracts.http.Entry;
import io.pixport.contracts.http.HttpFixture;
import io.pixport.http.Handler;
import io.pixport.http.PayloadLimits;

/** The HTTP API through the function, behind some gateway. */
interface FunctionFixture extends HttpFixture {
    TestGateway gateway();

    @Override
    default PayloadLimits payloadLimits() {
        return Composition.PAYLOAD_LIMITS;
    }

    @Override
    default Entry entry(Handler handler) {
        return new FunctionEntry(gateway(), handler);
    }
}

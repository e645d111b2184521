package io.pixport.lambda;

import io.pixport.contracts.http.BoundedHttpContract;
import io.pixport.contracts.http.HttpPropertiesContract;
import io.pixport.http.Backend;
import io.pixport.http.PayloadLimits;
import io.pixport.inmemory.InMemoryIdempotencyStore;
import io.pixport.inmemory.InMemoryImageStore;
import io.pixport.inmemory.InMemoryMetadataRepository;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.function.Supplier;

/** All that the HTTP API promises, over the memory store. */
interface FunctionHttpFixture extends FunctionFixture, BoundedHttpContract, HttpPropertiesContract {
    @Override
    default PayloadLimits payloadLimits() {
        return FunctionFixture.super.payloadLimits();
    }

    @Override
    default Backend backend(InstantSource clock, Supplier<URI> baseUrl) {
        byte[] signingKey = "signs the links of the contract tests".getBytes(StandardCharsets.US_ASCII);
        InMemoryImageStore store =
                new InMemoryImageStore(clock, baseUrl, signingKey, InMemoryImageStore.DEFAULT_CAPACITY);
        return new Backend(store, new InMemoryMetadataRepository(), new InMemoryIdempotencyStore(), store);
    }
}

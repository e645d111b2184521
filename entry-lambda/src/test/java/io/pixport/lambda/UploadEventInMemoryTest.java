package io.pixport.lambda;

import io.pixport.settings.Settings;
import io.pixport.settings.Stores;
import java.net.URI;
import java.util.Map;

final class UploadEventInMemoryTest implements UploadEventContract {
    @Override
    public UploadEvents events() {
        return new UploadEvents(
                clock -> Stores.open(Settings.of(Map.of(), clock), clock, () -> URI.create("http://localhost"))
                        .backend());
    }
}

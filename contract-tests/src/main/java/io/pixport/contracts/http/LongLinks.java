package io.pixport.contracts.http;

import io.pixport.core.port.ImageStore;
import io.pixport.core.port.PresignedUrl;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.net.URI;

/** Links for parts as they are with the session token of credentials that carry much with them. */
final class LongLinks {
    private static final String TOKEN = "&X-Amz-Security-Token=" + "t".repeat(4000);

    private LongLinks() {}

    /** A store whose links for parts are so long. */
    static ImageStore of(ImageStore store) {
        return (ImageStore) Proxy.newProxyInstance(
                LongLinks.class.getClassLoader(), new Class<?>[] {ImageStore.class}, (proxy, method, arguments) -> {
                    try {
                        Object answer = method.invoke(store, arguments);
                        return method.getName().equals("presignPart") ? lengthened((PresignedUrl) answer) : answer;
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    private static PresignedUrl lengthened(PresignedUrl link) {
        return new PresignedUrl(link.method(), URI.create(link.url() + TOKEN), link.headers(), link.expiresAt());
    }
}

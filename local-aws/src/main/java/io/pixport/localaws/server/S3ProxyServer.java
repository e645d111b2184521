package io.pixport.localaws.server;

import java.net.URI;
import java.util.Properties;
import org.gaul.s3proxy.BlobStores;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;

/** S3Proxy in memory: of the S3 servers for tests, the one that checks signatures, expiry, checksums and conditions. */
public final class S3ProxyServer {
    private S3ProxyServer() {}

    /** @return the port of 127.0.0.1 that it listens on until the process ends */
    public static int start(String accessKeyId, String secretAccessKey) throws Exception {
        S3Proxy server = S3Proxy.builder()
                .endpoint(URI.create("http://127.0.0.1:0"))
                .awsAuthentication(AuthenticationType.AWS_V2_OR_V4, accessKeyId, secretAccessKey)
                .blobStore(BlobStores.create("transient-nio2", new Properties()))
                .build();
        server.start();
        return server.getPort();
    }
}

package io.pixport.contracts.store;

/** All that an {@link io.pixport.core.port.ImageStore} promises while it can be reached. */
public interface ImageStoreContract
        extends PutContract,
                OpenContract,
                DescribeContract,
                DeleteContract,
                ListObjectsContract,
                PresignReadContract,
                PresignWriteContract,
                PresignPostContract,
                PresignPartContract,
                MultipartContract {}

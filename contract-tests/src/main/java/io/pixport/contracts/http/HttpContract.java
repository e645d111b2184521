package io.pixport.contracts.http;

/** Everything that the HTTP API promises. */
public interface HttpContract
        extends UploadHttpContract,
                ListHttpContract,
                PagingHttpContract,
                GetHttpContract,
                LinkHttpContract,
                ContentHttpContract,
                PatchHttpContract,
                DeleteHttpContract,
                TrashHttpContract,
                IdempotencyHttpContract,
                AuthHttpContract,
                ErrorHttpContract,
                LimitsHttpContract,
                OutageHttpContract,
                ServiceHttpContract,
                DocsHttpContract,
                BadInputHttpContract,
                RealImagesHttpContract,
                SeedConformanceContract {}

package io.pixport.contracts.http;

/** Everything that the HTTP API promises behind any entry; each entry keeps one of the two that go on from here. */
public interface HttpContract
        extends UploadHttpContract,
                UploadBodyHttpContract,
                ListHttpContract,
                PagingHttpContract,
                GetHttpContract,
                LinkHttpContract,
                UploadLinkHttpContract,
                ContentHttpContract,
                PatchHttpContract,
                DeleteHttpContract,
                TrashHttpContract,
                IdempotencyHttpContract,
                AuthHttpContract,
                ErrorHttpContract,
                LimitsHttpContract,
                FieldLimitsHttpContract,
                OutageHttpContract,
                ServiceHttpContract,
                DocsHttpContract,
                BadInputHttpContract,
                BadFieldHttpContract,
                RealImagesHttpContract,
                TextHttpContract,
                SeedConformanceContract {}

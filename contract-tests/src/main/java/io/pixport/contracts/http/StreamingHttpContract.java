package io.pixport.contracts.http;

/** Everything that the HTTP API promises behind an entry that streams bodies both ways, such as a server. */
public interface StreamingHttpContract
        extends HttpContract, StreamedBodyHttpContract, StreamedContentHttpContract, ArchiveHttpContract {}

package io.pixport.http;

import java.util.List;

/** What an entry answers by itself when a request is not answered as the HTTP contract has it. */
public final class EntryProblems {
    private EntryProblems() {}

    /** 500: the handler failed, and the log says how. */
    public static Response internal(String requestId) {
        return ProblemJson.response(
                new Problem(ProblemType.INTERNAL, "something went wrong; the request id names it in the log"),
                requestId);
    }

    /** 503: the handler took longer than the entry may wait. */
    public static Response outOfTime(String requestId) {
        return ProblemJson.response(
                new Problem(ProblemType.UNAVAILABLE, "the request took too long; try again")
                        .with(Headers.of("Retry-After", "1")),
                requestId);
    }

    /**
     * 422: the response has more bytes than the entry can send.
     *
     * @param limit that number of bytes
     */
    public static Response responseTooLarge(long limit, String requestId) {
        String detail = "the answer would be larger than the %d bytes that can be sent; ask for less".formatted(limit);
        return ProblemJson.response(
                new Problem(ProblemType.UNPROCESSABLE, detail, List.of(), limit, null, Headers.of()), requestId);
    }
}

package me.digi.client.sandbox.internal.control;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.List;
import me.digi.client.sandbox.RecordedRequest;
import me.digi.client.sandbox.RequestLog;
import me.digi.client.sandbox.internal.json.Json;
import me.digi.client.sandbox.internal.protocol.Content;

/**
 * Sends the summaries of new requests as server-sent events. A slow reader misses requests that are no longer in the
 * log.
 */
final class RequestStream implements Content {
    /** After this time without requests, a comment shows whether the reader is still connected. */
    private static final Duration QUIET = Duration.ofSeconds(15);

    private final RequestLog log;
    private final RequestSearch search;
    private long newest;

    RequestStream(RequestLog log, RequestSearch search, long after) {
        this.log = log;
        this.search = search;
        this.newest = after;
    }

    @Override
    public long length() {
        return -1;
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
        write(out, ": requests of the sandbox\n\n");
        out.flush();
        while (true) {
            List<RecordedRequest> requests = next();
            if (requests.isEmpty()) {
                write(out, ": quiet\n\n");
            }
            for (RecordedRequest request : requests) {
                newest = request.number();
                if (search.matches(request)) {
                    write(
                            out,
                            "id: " + newest + "\nevent: request\ndata: " + Json.write(RequestDocument.summary(request))
                                    + "\n\n");
                }
            }
            out.flush();
        }
    }

    private List<RecordedRequest> next() throws IOException {
        try {
            return log.after(newest, QUIET);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("the sandbox is closing");
        }
    }

    private static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(UTF_8));
    }
}

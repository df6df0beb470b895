package me.digi.client.internal.http;

import java.io.IOException;
import okhttp3.Interceptor;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.Buffer;
import okio.Source;
import retrofit2.Invocation;
import retrofit2.http.Streaming;

/**
 * Reads a response whole, up to a bound, where it can still be asked for again: one that breaks off is a failure of the
 * network and not of the parser. Files are left to stream.
 */
final class BufferedResponses implements Interceptor {
    /** Some two hundred times the largest list of files seen in documents. */
    private static final long MOST_BYTES = 32L << 20;

    private static final long MOST_ERROR_BYTES = 64L << 10;

    @Override
    public Response intercept(Chain chain) throws IOException {
        Response response = chain.proceed(chain.request());
        CallContext.of(chain).markResponded(response.code());
        if (response.isSuccessful() && isStreamed(chain)) {
            return response;
        }
        ResponseBody body = response.body();
        if (body == null) {
            return response;
        }
        try (body) {
            return response.newBuilder()
                    .body(response.isSuccessful() ? whole(body, body.source()) : start(body))
                    .build();
        }
    }

    /** All of the source, as a body like that one. */
    static ResponseBody whole(ResponseBody like, Source source) throws IOException {
        Buffer whole = read(source, MOST_BYTES + 1);
        if (whole.size() > MOST_BYTES) {
            throw new ResponseTooLargeException(MOST_BYTES);
        }
        return ResponseBody.create(whole, like.contentType(), whole.size());
    }

    /** What is longer is no error message, but a page, whose status says all that there is to know. */
    private static ResponseBody start(ResponseBody body) throws IOException {
        Buffer start = read(body.source(), MOST_ERROR_BYTES);
        return ResponseBody.create(start, body.contentType(), start.size());
    }

    /** The source, up to that many bytes. */
    static Buffer read(Source source, long mostBytes) throws IOException {
        Buffer buffer = new Buffer();
        boolean more = true;
        while (more && buffer.size() < mostBytes) {
            more = source.read(buffer, mostBytes - buffer.size()) >= 0;
        }
        return buffer;
    }

    static boolean isStreamed(Interceptor.Chain chain) {
        Invocation invocation = chain.call().request().tag(Invocation.class);
        return invocation != null && invocation.method().isAnnotationPresent(Streaming.class);
    }
}

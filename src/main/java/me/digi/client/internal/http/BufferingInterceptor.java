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
 * Buffers responses up to a limit while a retry is still possible: a broken connection is then a network failure, not a
 * parse error. File content is streamed.
 */
final class BufferingInterceptor implements Interceptor {
    /** About two hundred times the largest documented file list. */
    private static final long MAX_BYTES = 32L << 20;

    private static final long MAX_ERROR_BYTES = 64L << 10;

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

    static ResponseBody whole(ResponseBody like, Source source) throws IOException {
        Buffer whole = read(source, MAX_BYTES + 1);
        if (whole.size() > MAX_BYTES) {
            throw MalformedResponseException.tooLarge(MAX_BYTES);
        }
        return ResponseBody.create(whole, like.contentType(), whole.size());
    }

    /** Longer bodies are pages, not error messages; the status tells enough. */
    private static ResponseBody start(ResponseBody body) throws IOException {
        Buffer start = read(body.source(), MAX_ERROR_BYTES);
        return ResponseBody.create(start, body.contentType(), start.size());
    }

    static Buffer read(Source source, long maxBytes) throws IOException {
        Buffer buffer = new Buffer();
        read(source, maxBytes, buffer);
        return buffer;
    }

    /** Reads into a buffer, which has what arrived before an exception. */
    static void read(Source source, long maxBytes, Buffer buffer) throws IOException {
        boolean more = true;
        while (more && buffer.size() < maxBytes) {
            more = source.read(buffer, maxBytes - buffer.size()) >= 0;
        }
    }

    static boolean isStreamed(Interceptor.Chain chain) {
        Invocation invocation = chain.call().request().tag(Invocation.class);
        return invocation != null && invocation.method().isAnnotationPresent(Streaming.class);
    }
}

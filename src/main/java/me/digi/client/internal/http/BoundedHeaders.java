package me.digi.client.internal.http;

import java.io.IOException;
import okhttp3.Interceptor;
import okhttp3.Response;

/**
 * Rejects a response whose headers are larger than OkHttp accepts over HTTP/1.1. Over HTTP/2 it accepts any: OkHttp 4.12
 * has no setting for it, does not announce {@code SETTINGS_MAX_HEADER_LIST_SIZE}, and collects a header block from as many
 * {@code CONTINUATION} frames as arrive, on a thread of the connection and before any interceptor runs. So the memory for
 * reading them is not bounded, only what becomes of them: a block without an end is read until its connection is closed,
 * also when the call has timed out. An application that cannot accept that gives the client an {@code OkHttpClient} whose
 * only protocol is HTTP/1.1.
 *
 * <p>A token response has already been passed to its hooks by {@link SigningInterceptor}: no pair is lost to its headers.
 */
final class BoundedHeaders implements Interceptor {
    /** OkHttp's limit over HTTP/1.1. */
    private static final long MAX_BYTES = 256L << 10;

    @Override
    public Response intercept(Chain chain) throws IOException {
        Response response = chain.proceed(chain.request());
        if (response.headers().byteCount() <= MAX_BYTES) {
            return response;
        }
        response.close();
        throw new MalformedResponseException("headers", "they are larger than " + MAX_BYTES + " bytes");
    }
}

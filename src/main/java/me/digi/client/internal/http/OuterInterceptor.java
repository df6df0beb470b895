package me.digi.client.internal.http;

import java.io.IOException;
import okhttp3.Interceptor;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.Okio;
import okio.Source;

/**
 * The outermost interceptor: makes whatever comes from the application's interceptors, and from the network below them,
 * one that this library can read, or an {@code IOException}. OkHttp passes other exceptions to the thread's uncaught
 * exception handler as well, which ends an Android application; and it does not decode a {@code gzip} that an
 * interceptor requested.
 *
 * <p>Rejects headers larger than OkHttp accepts over HTTP/1.1. Over HTTP/2 it accepts any: OkHttp 4.12 has no setting for
 * it, does not announce {@code SETTINGS_MAX_HEADER_LIST_SIZE}, and collects a header block from as many {@code
 * CONTINUATION} frames as arrive, on a thread of the connection and before any interceptor runs. So the memory for
 * reading them is not bounded, only what becomes of them: a block without an end is read until its connection is closed,
 * also when the call has timed out. An application that cannot accept that gives the client an {@code OkHttpClient} whose
 * only protocol is HTTP/1.1. A token response has already been passed to its hooks by {@link SigningInterceptor}: no pair
 * is lost to its headers.
 */
final class OuterInterceptor implements Interceptor {
    /** OkHttp's limit over HTTP/1.1. */
    private static final long MAX_HEADER_BYTES = 256L << 10;

    private static final String ENCODING = "Content-Encoding";
    private static final int MAX_NAME_LENGTH = 30;

    @Override
    public Response intercept(Chain chain) throws IOException {
        try {
            Response response = chain.proceed(chain.request());
            if (response.headers().byteCount() > MAX_HEADER_BYTES) {
                response.close();
                throw new MalformedResponseException("headers", "they are larger than " + MAX_HEADER_BYTES + " bytes");
            }
            return decoded(response, chain);
        } catch (IOException e) {
            throw e;
        } catch (Throwable e) {
            // Includes checked exceptions, which interceptors in Kotlin need not declare.
            throw new UncheckedFailureException(e);
        }
    }

    private static Response decoded(Response response, Chain chain) throws IOException {
        String encoding = ContentEncoding.of(response.headers());
        ResponseBody body = response.body();
        if (encoding == null || body == null || body.contentLength() == 0) {
            return response;
        }
        try {
            Source plain = ContentEncoding.plain(encoding, body.source());
            if (plain == null) {
                return unknown(encoding, response);
            }
            if (plain.equals(body.source())) {
                return response;
            }
            boolean isStreamed = response.isSuccessful() && BufferingInterceptor.isStreamed(chain);
            return response.newBuilder()
                    .removeHeader(ENCODING)
                    .removeHeader("Content-Length")
                    .body(isStreamed ? streamed(body, plain) : whole(body, plain))
                    .build();
        } catch (MalformedResponseException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            body.close();
            throw new MalformedResponseException("body", "does not match its Content-Encoding");
        }
    }

    private static ResponseBody streamed(ResponseBody body, Source plain) {
        return ResponseBody.create(Okio.buffer(plain), body.contentType(), -1);
    }

    private static ResponseBody whole(ResponseBody body, Source plain) throws IOException {
        try (body) {
            return BufferingInterceptor.whole(body, plain);
        }
    }

    /** The status of an error is enough. */
    private static Response unknown(String encoding, Response response) throws IOException {
        if (!response.isSuccessful()) {
            return response;
        }
        response.close();
        boolean isName = encoding.length() <= MAX_NAME_LENGTH && encoding.matches("[A-Za-z0-9_-]+");
        throw new MalformedResponseException(ENCODING, isName ? encoding + " is not supported" : "not supported");
    }
}

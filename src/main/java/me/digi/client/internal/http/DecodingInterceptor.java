package me.digi.client.internal.http;

import java.io.IOException;
import okhttp3.Interceptor;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.Okio;
import okio.Source;
import org.jspecify.annotations.Nullable;

/**
 * Decodes a {@code Content-Encoding} that is left after the application's interceptors: OkHttp does not decode {@code
 * gzip} that an interceptor requested.
 */
final class DecodingInterceptor implements Interceptor {
    private static final String ENCODING = "Content-Encoding";
    private static final int MAX_NAME_LENGTH = 30;

    @Override
    public Response intercept(Chain chain) throws IOException {
        Response response = chain.proceed(chain.request());
        String encoding = response.header(ENCODING);
        ResponseBody body = response.body();
        if (encoding == null || body == null || body.contentLength() == 0) {
            return response;
        }
        Source plain = plain(encoding, body);
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
    }

    private static @Nullable Source plain(String encoding, ResponseBody body) throws IOException {
        try {
            return ContentEncoding.plain(encoding, body.source());
        } catch (IOException | RuntimeException e) {
            throw damaged();
        }
    }

    private static ResponseBody streamed(ResponseBody body, Source plain) {
        return ResponseBody.create(Okio.buffer(plain), body.contentType(), -1);
    }

    private static ResponseBody whole(ResponseBody body, Source plain) throws IOException {
        try (body) {
            return BufferingInterceptor.whole(body, plain);
        } catch (MalformedResponseException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            throw damaged();
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

    private static MalformedResponseException damaged() {
        return new MalformedResponseException("body", "does not match its Content-Encoding");
    }
}

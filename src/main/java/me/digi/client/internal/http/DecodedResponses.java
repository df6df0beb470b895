package me.digi.client.internal.http;

import java.io.IOException;
import okhttp3.Interceptor;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.Okio;
import okio.Source;
import org.jspecify.annotations.Nullable;

/**
 * Undoes a {@code Content-Encoding} that is left once every interceptor of the application has seen the response: one that
 * asks for {@code gzip} and does not undo it, as OkHttp then does not either.
 */
final class DecodedResponses implements Interceptor {
    private static final String ENCODING = "Content-Encoding";
    private static final int LONGEST_NAME = 30;

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
        boolean isStreamed = response.isSuccessful() && BufferedResponses.isStreamed(chain);
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
            return BufferedResponses.whole(body, plain);
        } catch (ResponseTooLargeException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            throw damaged();
        }
    }

    /** An error says what it says by its status, too. */
    private static Response unknown(String encoding, Response response) throws IOException {
        if (!response.isSuccessful()) {
            return response;
        }
        response.close();
        boolean isName = encoding.length() <= LONGEST_NAME && encoding.matches("[A-Za-z0-9_-]+");
        throw new MalformedResponseException(ENCODING, isName ? encoding + " is not supported" : "it is not supported");
    }

    private static MalformedResponseException damaged() {
        return new MalformedResponseException("body", "it is not what its Content-Encoding says");
    }
}

package me.digi.client.internal.http;

import java.io.IOException;
import java.net.ProtocolException;
import java.util.function.Supplier;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.Buffer;

/**
 * Signs a request at the last moment, on the connection: whatever sends it a second time, the nonce is new. From here
 * on the server may have acted on it. The response to a token request is handed over here, as soon as it has arrived:
 * whatever the application's interceptors and listeners do with it afterwards, it is not lost.
 */
final class SignEachSend implements Interceptor {
    private static final long MOST_TOKEN_BYTES = 64L << 10;

    @Override
    public Response intercept(Chain chain) throws IOException {
        Request request = chain.request();
        CallContext context = CallContext.of(chain);
        Supplier<String> signer = context.signer();
        Request signed = signer == null ? request : sign(request, context, signer);
        context.beforeSending();
        context.markSent();
        Response response = sent(chain, signed, context);
        boolean isToSecure = context.hasHooks() && response.isSuccessful();
        return OkHttpQuirks.withoutResending(isToSecure ? secured(response, context) : response);
    }

    /** What is below is OkHttp alone, which takes a response that is not HTTP for a mistake of its own. */
    private static Response sent(Chain chain, Request request, CallContext context) throws IOException {
        Response response;
        try {
            response = chain.proceed(request);
        } catch (RuntimeException e) {
            throw (IOException) new ProtocolException("the response is not HTTP").initCause(e);
        } catch (IOException e) {
            if (isUnprocessed(e)) {
                context.markUnprocessed();
            }
            throw e;
        }
        ResponseBody body = response.body();
        if (body != null && body.contentLength() < -1) {
            // OkHttp lets go of the connection; closing the response would read that many bytes.
            throw new ProtocolException("the Content-Length is negative");
        }
        return response;
    }

    /** HTTP/2 says so of a request that it has not processed, and that may be sent again (RFC 9113, 8.7). */
    private static boolean isUnprocessed(IOException failure) {
        return "stream was reset: REFUSED_STREAM".equals(failure.getMessage());
    }

    private static Response secured(Response response, CallContext context) throws IOException {
        context.markResponded(response.code());
        ResponseBody body = response.body();
        if (body == null) {
            return response;
        }
        try (body) {
            Buffer whole = BufferedResponses.read(body.source(), MOST_TOKEN_BYTES + 1);
            if (whole.size() > MOST_TOKEN_BYTES) {
                throw new ResponseTooLargeException(MOST_TOKEN_BYTES);
            }
            String token = TokenBody.token(whole, response.header("Content-Encoding"), MOST_TOKEN_BYTES);
            if (token != null) {
                context.arrived(token);
            }
            return response.newBuilder()
                    .body(ResponseBody.create(whole, body.contentType(), whole.size()))
                    .build();
        }
    }

    private static Request sign(Request request, CallContext context, Supplier<String> signer)
            throws SigningFailedException {
        try {
            String jwt = signer.get();
            context.mask(jwt);
            return request.newBuilder().header("Authorization", "Bearer " + jwt).build();
        } catch (RuntimeException e) {
            throw new SigningFailedException(e);
        }
    }
}

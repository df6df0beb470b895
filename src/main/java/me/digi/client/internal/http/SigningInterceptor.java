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
 * Signs a request on the connection, so that every send has a new nonce. From here on the server may have acted on the
 * request. Passes a token response to its hooks before the application's interceptors and listeners see it, so that
 * they cannot lose it.
 */
final class SigningInterceptor implements Interceptor {
    private static final long MAX_TOKEN_BYTES = 64L << 10;

    @Override
    public Response intercept(Chain chain) throws IOException {
        Request request = chain.request();
        CallContext context = CallContext.of(chain);
        Supplier<String> signer = context.signer;
        Request signed = signer == null ? request : sign(request, context, signer);
        context.beforeSending();
        context.markSent();
        Response response = send(chain, signed, context);
        boolean isTokenResponse = context.hasHooks() && response.isSuccessful();
        return OkHttpQuirks.withoutResend(isTokenResponse ? passToHooks(response, context) : response);
    }

    /** Only OkHttp runs below, and throws unchecked exceptions for invalid HTTP. */
    private static Response send(Chain chain, Request request, CallContext context) throws IOException {
        Response response;
        try {
            response = chain.proceed(request);
        } catch (RuntimeException e) {
            throw (IOException) new ProtocolException("the response is not HTTP").initCause(e);
        } catch (IOException e) {
            if (OkHttpQuirks.isUnprocessed(e)) {
                context.markUnprocessed();
            }
            throw e;
        }
        ResponseBody body = response.body();
        if (body != null && body.contentLength() < -1) {
            // OkHttp drops the connection; closing the response would read that many bytes.
            throw new ProtocolException("the Content-Length is negative");
        }
        return response;
    }

    private static Response passToHooks(Response response, CallContext context) throws IOException {
        context.markResponded(response.code());
        ResponseBody body = response.body();
        if (body == null) {
            return response;
        }
        try (body) {
            Buffer whole = new Buffer();
            IOException end = null;
            try {
                BufferingInterceptor.read(body.source(), MAX_TOKEN_BYTES + 1, whole);
            } catch (IOException brokenOff) {
                end = brokenOff;
            }
            if (whole.size() > MAX_TOKEN_BYTES) {
                throw MalformedResponseException.tooLarge(MAX_TOKEN_BYTES);
            }
            String token = TokenBody.token(whole, response.headers(), MAX_TOKEN_BYTES);
            if (token != null) {
                // Its signature shows whether it is whole, not the end of the body.
                context.arrived(token);
            } else if (end != null) {
                throw end;
            }
            return response.newBuilder()
                    .body(ResponseBody.create(whole, body.contentType(), whole.size()))
                    .build();
        }
    }

    private static Request sign(Request request, CallContext context, Supplier<String> signer)
            throws PassedFailureException {
        try {
            String jwt = signer.get();
            context.mask(jwt);
            return request.newBuilder().header("Authorization", "Bearer " + jwt).build();
        } catch (RuntimeException e) {
            throw new PassedFailureException(e);
        }
    }
}

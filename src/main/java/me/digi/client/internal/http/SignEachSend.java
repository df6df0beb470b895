package me.digi.client.internal.http;

import java.io.IOException;
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
        CallContext context = CallContext.of(request);
        Supplier<String> signer = context.signer();
        Request signed = signer == null ? request : sign(request, context, signer);
        context.beforeSending();
        context.markSent();
        Response response = chain.proceed(signed);
        boolean isToSecure = context.hasHooks() && response.isSuccessful();
        return RetryAfter.hideFromOkHttp(isToSecure ? secured(response, context) : response);
    }

    private static Response secured(Response response, CallContext context) throws IOException {
        context.markAnswered(response.code());
        ResponseBody body = response.body();
        if (body == null) {
            return response;
        }
        try (body) {
            Buffer whole = BufferedAnswers.read(body.source(), MOST_TOKEN_BYTES + 1);
            if (whole.size() > MOST_TOKEN_BYTES) {
                throw new AnswerTooLargeException(MOST_TOKEN_BYTES);
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

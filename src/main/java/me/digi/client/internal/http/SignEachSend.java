package me.digi.client.internal.http;

import java.io.IOException;
import java.util.function.Supplier;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.Response;

/**
 * Signs a request at the last moment, on the connection: whatever sends it a second time, the nonce is new. From here
 * on the server may have acted on it.
 */
final class SignEachSend implements Interceptor {
    @Override
    public Response intercept(Chain chain) throws IOException {
        Request request = chain.request();
        CallContext context = CallContext.of(request);
        Supplier<String> signer = context.signer();
        Request signed = signer == null ? request : sign(request, context, signer);
        context.markSent();
        return RetryAfter.hideFromOkHttp(chain.proceed(signed));
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

package me.digi.client.internal.http;

import java.io.IOException;
import java.io.InterruptedIOException;
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
        Request signed = signer == null ? request : sign(request, signer);
        if (!context.markSent()) {
            throw new InterruptedIOException("given up before it was sent");
        }
        return RetryAfter.hideFromOkHttp(chain.proceed(signed));
    }

    private static Request sign(Request request, Supplier<String> signer) throws SigningFailedException {
        try {
            return request.newBuilder()
                    .header("Authorization", "Bearer " + signer.get())
                    .build();
        } catch (RuntimeException e) {
            throw new SigningFailedException(e);
        }
    }
}

package me.digi.client.internal.http;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okio.BufferedSink;
import org.jspecify.annotations.Nullable;

/**
 * Prevents OkHttp from repeating a request that the server may have acted on: it silently repeats a POST whose response
 * is lost on a pooled connection. {@link RetryInterceptor} decides about retries.
 */
final class OneShotInterceptor implements Interceptor {
    @Override
    public Response intercept(Chain chain) throws IOException {
        Request request = chain.request();
        RequestBody body = request.body();
        if (body == null || CallContext.of(chain).repeatability() == Repeatability.SAFE) {
            return chain.proceed(request);
        }
        return timed(chain)
                .proceed(request.newBuilder()
                        .method(request.method(), new OneShot(body))
                        .build());
    }

    /** Token requests have the limits of {@link RunningTime} instead of OkHttp's. */
    private static Chain timed(Chain chain) {
        return CallContext.of(chain).hasHooks()
                ? chain.withReadTimeout(0, TimeUnit.MILLISECONDS).withWriteTimeout(0, TimeUnit.MILLISECONDS)
                : chain;
    }

    private static final class OneShot extends RequestBody {
        private final RequestBody body;

        OneShot(RequestBody body) {
            this.body = body;
        }

        @Override
        public boolean isOneShot() {
            return true;
        }

        @Override
        public @Nullable MediaType contentType() {
            return body.contentType();
        }

        @Override
        public long contentLength() throws IOException {
            return body.contentLength();
        }

        @Override
        public void writeTo(BufferedSink sink) throws IOException {
            body.writeTo(sink);
        }
    }
}

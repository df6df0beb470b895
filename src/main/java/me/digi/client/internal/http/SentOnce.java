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
 * Tells OkHttp not to send again by itself what the server may have acted on: by default a POST whose response was lost on
 * a pooled connection leaves a second time in silence. Whether to repeat is {@link RetryInterceptor}'s to decide, above.
 */
final class SentOnce implements Interceptor {
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

    /** For a token request, {@link RunningTime} has the limits, and OkHttp none. */
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

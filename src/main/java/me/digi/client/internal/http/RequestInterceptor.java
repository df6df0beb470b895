package me.digi.client.internal.http;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import me.digi.client.internal.SdkVersion;
import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okio.BufferedSink;
import org.jspecify.annotations.Nullable;

/**
 * Completes a request: appends the SDK's name and version to the application's {@code User-Agent}, and prevents OkHttp from repeating a request that the server may have acted on: it silently repeats a POST whose response
 * is lost on a pooled connection. {@link RetryInterceptor} decides about retries.
 */
final class RequestInterceptor implements Interceptor {
    private static final String USER_AGENT = "User-Agent";
    private static final String SDK = "digime-client/" + SdkVersion.VERSION;

    @Override
    public Response intercept(Chain chain) throws IOException {
        Request request = chain.request();
        String own = request.header(USER_AGENT);
        Request.Builder completed = request.newBuilder().header(USER_AGENT, own == null ? SDK : own + " " + SDK);
        RequestBody body = request.body();
        if (body == null || CallContext.of(chain).repeatability() == Repeatability.SAFE) {
            return chain.proceed(completed.build());
        }
        return timed(chain)
                .proceed(completed.method(request.method(), new OneShot(body)).build());
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

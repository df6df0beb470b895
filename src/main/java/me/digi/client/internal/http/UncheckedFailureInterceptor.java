package me.digi.client.internal.http;

import java.io.IOException;
import okhttp3.Interceptor;
import okhttp3.Response;

/**
 * Wraps whatever the application's interceptors throw in an {@code IOException}. OkHttp passes other exceptions to the
 * thread's uncaught exception handler as well, which ends an Android application.
 */
final class UncheckedFailureInterceptor implements Interceptor {
    @Override
    public Response intercept(Chain chain) throws IOException {
        try {
            return chain.proceed(chain.request());
        } catch (RuntimeException | Error e) {
            throw new UncheckedFailureException(e);
        }
    }
}

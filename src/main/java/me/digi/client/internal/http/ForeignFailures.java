package me.digi.client.internal.http;

import java.io.IOException;
import okhttp3.Interceptor;
import okhttp3.Response;

/**
 * Turns whatever the application's interceptors throw into an exception that OkHttp hands to the caller. Anything else goes
 * to the thread's uncaught exception handler as well, and that ends an application on Android.
 */
final class ForeignFailures implements Interceptor {
    @Override
    public Response intercept(Chain chain) throws IOException {
        try {
            return chain.proceed(chain.request());
        } catch (RuntimeException | Error e) {
            throw new ForeignFailureException(e);
        }
    }
}

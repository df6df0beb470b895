package me.digi.client.internal.http;

import java.io.IOException;
import me.digi.client.internal.SdkVersion;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.Response;

/** Appends the SDK's name and version to the application's {@code User-Agent}. */
final class UserAgentInterceptor implements Interceptor {
    private static final String HEADER = "User-Agent";
    private static final String SDK = "digime-client/" + SdkVersion.VERSION;

    @Override
    public Response intercept(Chain chain) throws IOException {
        Request request = chain.request();
        String own = request.header(HEADER);
        return chain.proceed(request.newBuilder()
                .header(HEADER, own == null ? SDK : own + " " + SDK)
                .build());
    }
}

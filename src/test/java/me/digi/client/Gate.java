package me.digi.client;

import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Response;

/** Holds token requests back before they are sent, until it is opened. */
public final class Gate implements Interceptor {
    private final CountDownLatch arrived = new CountDownLatch(1);
    private final CountDownLatch opened = new CountDownLatch(1);

    /** A client to give to {@link DigiMe.Builder#httpClient}. */
    OkHttpClient client() {
        return new OkHttpClient.Builder().addInterceptor(this).build();
    }

    /** Waits until there is a request to hold back. */
    void awaitArrival() throws InterruptedException {
        arrived.await();
    }

    void open() {
        opened.countDown();
    }

    @Override
    public Response intercept(Chain chain) throws IOException {
        if (chain.request().url().encodedPath().endsWith("oauth/token")) {
            arrived.countDown();
            await(opened);
        }
        return chain.proceed(chain.request());
    }

    public static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}

package me.digi.client;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Response;

/** Faults for a client's token requests, in the order in which a test adds them. */
final class Network implements Interceptor {
    private final Deque<Interceptor> orders = new ArrayDeque<>();

    /** A client to give to {@link DigiMe.Builder#httpClient}. */
    OkHttpClient client() {
        return new OkHttpClient.Builder().addInterceptor(this).build();
    }

    /** The next request is not sent. */
    void nextIsNotSent(IOException failure) {
        next(chain -> {
            throw failure;
        });
    }

    /** The next request is carried out, and its response is lost. */
    void nextResponseIsLost(IOException failure) {
        next(chain -> {
            chain.proceed(chain.request()).close();
            throw failure;
        });
    }

    /** The response to the next request arrives after this. */
    void beforeNextResponse(Runnable deed) {
        next(chain -> {
            Response response = chain.proceed(chain.request());
            deed.run();
            return response;
        });
    }

    synchronized void next(Interceptor order) {
        orders.add(order);
    }

    private synchronized Interceptor nextOrder() {
        return orders.isEmpty() ? chain -> chain.proceed(chain.request()) : orders.poll();
    }

    @Override
    public Response intercept(Chain chain) throws IOException {
        boolean isRefresh = chain.request().url().encodedPath().endsWith("oauth/token");
        return isRefresh ? nextOrder().intercept(chain) : chain.proceed(chain.request());
    }
}

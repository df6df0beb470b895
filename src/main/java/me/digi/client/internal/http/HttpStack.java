package me.digi.client.internal.http;

import com.squareup.moshi.Moshi;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import me.digi.client.Environment;
import me.digi.client.internal.io.Deadline;
import me.digi.client.internal.io.Threads;
import okhttp3.Authenticator;
import okhttp3.ConnectionPool;
import okhttp3.CookieJar;
import okhttp3.Dispatcher;
import okhttp3.EventListener;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import retrofit2.Retrofit;

/**
 * The OkHttp clients and Retrofit instances. Requests that must not be repeated accidentally have their own client
 * without a connection pool, since OkHttp repeats requests on stale connections, and with threads that other calls
 * cannot exhaust.
 *
 * <p>OkHttp's {@code retryOnConnectionFailure} is on, because it also tries a host's other addresses. {@link
 * RequestInterceptor} and {@link SigningInterceptor} prevent it from repeating what the server may have acted on, and
 * {@link OkHttpQuirks} hides the responses that it would retry.
 */
public final class HttpStack implements AutoCloseable {
    /**
     * Enough for 16 calls at once over HTTP/1.1. With OkHttp's five, 16 calls that end together close eleven
     * connections, and the next 16 open them again.
     */
    private static final int IDLE_CONNECTIONS = 16;

    private final OkHttpClient apiClient;
    private final OkHttpClient tokenClient;
    private final boolean ownsDispatcher;
    private final Retrofit api;
    private final Retrofit cloud;
    private final Retrofit tokens;
    private final Calls calls;
    private final HttpSettings settings;
    private final Backoff backoff;

    /** Does not connect yet. */
    public HttpStack(HttpSettings settings, Moshi json) {
        this.settings = settings;
        this.backoff = new Backoff(settings.retryPolicy(), settings.random(), new Lifetime(settings.sleeper()));
        OkHttpClient given = settings.httpClient();
        this.ownsDispatcher = given == null;
        OkHttpClient.Builder builder = given == null ? newClient() : given.newBuilder();
        this.apiClient = configure(builder, settings, new RetryInterceptor(settings, backoff))
                .build();
        EventListener.Factory listeners = apiClient.eventListenerFactory();
        this.tokenClient = apiClient
                .newBuilder()
                .dispatcher(newDispatcher())
                .connectionPool(new ConnectionPool(0, 1, TimeUnit.MILLISECONDS))
                .eventListenerFactory(
                        call -> isTokenRequest(call.request()) ? EventListener.NONE : listeners.create(call))
                .build();
        this.api = retrofit(settings.environment().baseUrl(), apiClient, json);
        this.cloud = retrofit(settings.environment().cloudUrl(), apiClient, json);
        this.tokens = retrofit(settings.environment().baseUrl(), tokenClient, json);
        this.calls = new Calls(settings.clock(), settings.timeouts());
    }

    /** A listener would run between the arrival of a token response and its storage. */
    private static boolean isTokenRequest(Request request) {
        CallContext context = CallContext.of(request);
        return context != null && context.hasHooks();
    }

    /** Creates a generated interface for requests that may be repeated on a stale connection. */
    public <T> T api(Class<T> type) {
        return api.create(type);
    }

    /** Creates a generated interface for the cloud. */
    public <T> T cloud(Class<T> type) {
        return cloud.create(type);
    }

    /** Creates a generated interface for requests that must not be repeated accidentally. */
    public <T> T tokens(Class<T> type) {
        return tokens.create(type);
    }

    /** The deadline of a token request that starts now. */
    public Deadline tokenDeadline() {
        return Deadline.after(settings.timeouts().tokenCall());
    }

    public Environment environment() {
        return settings.environment();
    }

    public Lifetime lifetime() {
        return backoff.lifetime();
    }

    public Backoff backoff() {
        return backoff;
    }

    public Observations observations() {
        return settings.observations();
    }

    public Calls calls() {
        return calls;
    }

    /** Whether new calls are rejected. */
    public boolean isClosing() {
        return calls.areEnding();
    }

    /** Cancels waits and pending calls, except for those that a refresh needs, and rejects new ones. */
    public void endCalls() {
        calls.endAllButTokens();
        lifetime().close();
    }

    /** Cancels pending calls and releases threads and connections, except for those of an application's client. */
    @Override
    public void close() {
        lifetime().close();
        calls.close();
        shutDown(tokenClient);
        if (ownsDispatcher) {
            shutDown(apiClient);
        }
    }

    private static void shutDown(OkHttpClient client) {
        client.dispatcher().cancelAll();
        client.dispatcher().executorService().shutdownNow();
        client.connectionPool().evictAll();
    }

    private static OkHttpClient.Builder configure(
            OkHttpClient.Builder builder, HttpSettings settings, RetryInterceptor retries) {
        builder.interceptors().add(0, new OuterInterceptor());
        return builder.connectTimeout(settings.timeouts().connect())
                .readTimeout(settings.timeouts().read())
                .writeTimeout(settings.timeouts().write())
                // The waiting thread has this limit; OkHttp's would start only when the dispatcher runs the call.
                .callTimeout(Duration.ZERO)
                .followRedirects(false)
                .followSslRedirects(false)
                .retryOnConnectionFailure(true)
                .authenticator(Authenticator.NONE)
                .cookieJar(CookieJar.NO_COOKIES)
                .cache(null)
                .addInterceptor(retries)
                .addInterceptor(new BufferingInterceptor())
                .addInterceptor(new RequestInterceptor())
                .addNetworkInterceptor(new SigningInterceptor());
    }

    private static OkHttpClient.Builder newClient() {
        return new OkHttpClient.Builder()
                .dispatcher(newDispatcher())
                .connectionPool(new ConnectionPool(IDLE_CONNECTIONS, 5, TimeUnit.MINUTES));
    }

    /** Unlimited: every call has a blocked caller. */
    private static Dispatcher newDispatcher() {
        Dispatcher dispatcher =
                new Dispatcher(Executors.newCachedThreadPool(work -> Threads.daemon("digi.me client", work)));
        dispatcher.setMaxRequests(Integer.MAX_VALUE);
        dispatcher.setMaxRequestsPerHost(Integer.MAX_VALUE);
        return dispatcher;
    }

    private static Retrofit retrofit(URI baseUrl, OkHttpClient client, Moshi json) {
        return new Retrofit.Builder()
                .baseUrl(baseUrl.toString())
                .client(client)
                .callbackExecutor(Runnable::run)
                .addConverterFactory(new JsonConverters(json))
                .build();
    }
}

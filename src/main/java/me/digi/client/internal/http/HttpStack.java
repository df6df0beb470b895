package me.digi.client.internal.http;

import com.squareup.moshi.Moshi;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
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
 * The HTTP clients and the Retrofit interfaces over them. There are two clients, for what must never be sent twice by
 * accident goes through one of its own: no pooled connections, after whose loss OkHttp would send again, and
 * threads that the application's other calls cannot use up.
 *
 * <p>OkHttp's own retrying is on, for it is also what goes on to a host's next address where one is dead: without it a
 * host whose first address is dead could never be reached. What it must not do is kept from it: {@link SentOnce} and
 * {@link SignEachSend} let nothing out twice that the server may have acted on, and {@link OkHttpQuirks} hides from it the
 * responses after which it would send again.
 */
public final class HttpStack implements AutoCloseable {
    private final OkHttpClient apiClient;
    private final OkHttpClient tokenClient;
    private final boolean ownsDispatcher;
    private final Retrofit api;
    private final Retrofit cloud;
    private final Retrofit tokens;
    private final Calls calls;
    private final Environment environment;
    private final HttpSettings.Timeouts timeouts;
    private final Lifetime lifetime;
    private final Backoff backoff;
    private final Observations observations;

    /**
     * Builds the clients; nothing is connected yet.
     *
     * @param json knows the bodies
     */
    public HttpStack(HttpSettings settings, Moshi json) {
        this.environment = settings.environment();
        this.timeouts = settings.timeouts();
        this.lifetime = new Lifetime(settings.sleeper());
        this.observations = settings.observations();
        this.backoff = new Backoff(settings.retryPolicy(), settings.random(), lifetime);
        OkHttpClient given = settings.httpClient();
        this.ownsDispatcher = given == null;
        OkHttpClient.Builder builder =
                given == null ? new OkHttpClient.Builder().dispatcher(newDispatcher()) : given.newBuilder();
        this.apiClient = configure(builder, settings, new RetryInterceptor(settings, lifetime, backoff))
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

    /** A listener would run between the arrival of a token response and its being handed over. */
    private static boolean isTokenRequest(Request request) {
        CallContext context = CallContext.of(request);
        return context != null && context.hasHooks();
    }

    /** A generated interface for calls that may be repeated when a pooled connection turns out to be gone. */
    public <T> T api(Class<T> type) {
        return api.create(type);
    }

    /** A generated interface for calls of the cloud, where storages are. */
    public <T> T cloud(Class<T> type) {
        return cloud.create(type);
    }

    /** A generated interface for calls that must not be sent twice by accident. */
    public <T> T tokens(Class<T> type) {
        return tokens.create(type);
    }

    /** The deadline of a token request, or of what one waits for, that begins now. */
    public Deadline tokenDeadline() {
        return Deadline.after(timeouts.tokenCall());
    }

    /** Which digi.me the clients are for. */
    public Environment environment() {
        return environment;
    }

    /** When the client closes, and the pauses until then. */
    public Lifetime lifetime() {
        return lifetime;
    }

    /** How often something is tried again that is more than one call. */
    public Backoff backoff() {
        return backoff;
    }

    /** What tells the application's observer. */
    public Observations observations() {
        return observations;
    }

    /** What runs the calls of these interfaces. */
    public Calls calls() {
        return calls;
    }

    /** Ends at once what waits and what is under way, but for the calls that a refresh needs, and takes no more of them. */
    public void endCalls() {
        calls.endAllButTokens();
        lifetime.close();
    }

    /** Ends the calls under way and lets go of threads and connections, but for those of a client that was given. */
    @Override
    public void close() {
        lifetime.close();
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
        builder.interceptors().addAll(0, List.of(new ForeignFailures(), new BoundedHeaders(), new DecodedResponses()));
        return builder.connectTimeout(settings.timeouts().connect())
                .readTimeout(settings.timeouts().read())
                .writeTimeout(settings.timeouts().write())
                // The thread that waits for a call has this limit: OkHttp would count from when it is the call's turn.
                .callTimeout(Duration.ZERO)
                .followRedirects(false)
                .followSslRedirects(false)
                .retryOnConnectionFailure(true)
                .authenticator(Authenticator.NONE)
                .cookieJar(CookieJar.NO_COOKIES)
                .cache(null)
                .addInterceptor(new UserAgent())
                .addInterceptor(retries)
                .addInterceptor(new BufferedResponses())
                .addInterceptor(new SentOnce())
                .addNetworkInterceptor(new SignEachSend());
    }

    /** As many calls at once as there are callers: each of them blocks, so they bound themselves. */
    private static Dispatcher newDispatcher() {
        ExecutorService executor = new ThreadPoolExecutor(
                0,
                Integer.MAX_VALUE,
                30,
                TimeUnit.SECONDS,
                new SynchronousQueue<>(),
                work -> Threads.daemon("digi.me client", work));
        Dispatcher dispatcher = new Dispatcher(executor);
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

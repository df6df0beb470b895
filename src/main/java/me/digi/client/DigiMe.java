package me.digi.client;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import me.digi.client.auth.AuthorizationCode;
import me.digi.client.auth.AuthorizationRequest;
import me.digi.client.auth.Authorized;
import me.digi.client.auth.ContractDetails;
import me.digi.client.auth.ReauthorizationRequest;
import me.digi.client.auth.RefreshResult;
import me.digi.client.auth.TakeOver;
import me.digi.client.auth.UserAccessToken;
import me.digi.client.contract.ContractDescription;
import me.digi.client.diagnostics.RequestLogger;
import me.digi.client.diagnostics.TokenListener;
import me.digi.client.diagnostics.TokenStatus;
import me.digi.client.discovery.Discovery;
import me.digi.client.error.ApiException;
import me.digi.client.error.DigiMeException;
import me.digi.client.internal.api.ClientParts;
import me.digi.client.internal.api.ClientSettings;
import me.digi.client.internal.api.Links;
import me.digi.client.internal.api.PreparedAuthorization;
import me.digi.client.internal.api.PreparedReauthorization;
import me.digi.client.internal.http.HttpSettings;
import me.digi.client.internal.http.Sleeper;
import me.digi.client.internal.io.Deadline;
import me.digi.client.internal.io.Require;
import me.digi.client.internal.token.Grant;
import me.digi.client.keepalive.KeepAliveRequest;
import me.digi.client.retry.RetryPolicy;
import me.digi.client.storage.Storages;
import me.digi.client.store.GrantKey;
import me.digi.client.store.GrantNotFoundException;
import me.digi.client.store.InMemoryTokenStore;
import me.digi.client.store.StoredUser;
import me.digi.client.store.TokenStore;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/**
 * The digi.me client: sends users to consent, keeps their tokens, and opens what those tokens give access to.
 *
 * <pre>{@code
 * try (DigiMe digiMe = DigiMe.builder().applicationId("my-app").contract(contract).build()) {
 *     PendingConsent pending = digiMe.authorize()
 *             .redirectUri("https://my.app/back")
 *             .forUser("user-42")
 *             .start();
 *     // … the user's browser goes to pending.url(), and returns to the redirect URI …
 *     if (pending.read(callbackUri) instanceof Authorized consent) {
 *         DigiMeUser user = digiMe.signIn("user-42", consent).user();
 *         List<Account> accounts = user.listAccounts();
 *     }
 * }
 * }</pre>
 *
 * <p>What is done under a contract takes it as its first argument. An application that has one contract sets it as the
 * {@linkplain Builder#contract default}, and leaves the argument out; without a default, the methods that take no contract
 * throw {@link IllegalStateException}.
 *
 * <p>Build one and keep it: it holds connections, the server's keys and each contract's parsed key. Safe for use by many
 * threads. Every call that fails throws a {@link DigiMeException}; only invalid arguments and use after {@link #close()}
 * throw something else.
 *
 * <p>Calls block. A thread that is interrupted stops waiting and reading at once, with its interrupt flag set; a user's
 * refresh that it waited for continues in the background. What can be received only once is waited for as soon as its request
 * is sent: the response to {@link #signIn}, {@link #exchangeCode} and {@link #refreshToken}, a session, a storage.
 */
public final class DigiMe implements AutoCloseable {
    private final ClientParts parts;
    /** What this client was built with. Never changed. */
    private final Builder settings;

    private DigiMe(ClientParts parts, Builder settings) {
        this.parts = parts;
        this.settings = settings;
    }

    /** A builder that requires an application id. */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * A builder with the settings of this client, to build another one in which something differs: another contract, another
     * policy, a logger. The two clients share what the application set: the HTTP client, the token store (also the one in
     * memory that is the default), logger, listener and clock. Each has its own threads and connections, caches the server's
     * keys itself, and is closed by itself. To the store they are like two processes: one of them refreshes at a time.
     */
    public Builder toBuilder() {
        return new Builder(settings);
    }

    /**
     * The same client with another timeout for each call: 5 seconds for what a web page waits for. It takes the place of
     * {@link Builder#callTimeout}, and bounds a whole call: the wait for a refresh, all retries and pauses, but not the content
     * of a file. It holds for requests of pages, {@link #signIn}, discovery, {@link #describeContract}, storages, and the users
     * that this view returns.
     *
     * <p>It never costs a token pair: {@link #signIn} and refreshes that a call stopped waiting for go on and store theirs, and
     * {@link #exchangeCode} and {@link #refreshToken}, whose pair only their caller gets, take their own time, 30 seconds at
     * most.
     *
     * <p>Cheap: the two share everything else. Closing one closes both.
     *
     * @param timeout from a millisecond to a day
     */
    public DigiMe withCallTimeout(Duration timeout) {
        return new DigiMe(parts, toBuilder().callTimeout(timeout));
    }

    /** {@link #authorize(ContractDetails)} for the default contract. */
    public AuthorizationRequest authorize() {
        return authorize(contract());
    }

    /** Prepares a request that sends a user to consent to the contract. */
    public AuthorizationRequest authorize(ContractDetails contract) {
        Objects.requireNonNull(contract, "contract");
        return new PreparedAuthorization(links(), contract, userKey -> {
            Grant grant = grant(contract, userKey);
            return deadline -> storedToken(grant, deadline);
        });
    }

    private static @Nullable UserAccessToken storedToken(Grant grant, Deadline deadline) {
        try {
            return grant.token(deadline);
        } catch (GrantNotFoundException isNew) {
            return null;
        }
    }

    /** {@link #reauthorize(ContractDetails, UserAccessToken)} for the default contract. */
    public ReauthorizationRequest reauthorize(UserAccessToken token) {
        return reauthorize(contract(), token);
    }

    /**
     * Prepares a request that sends a user to consent again, for applications that keep tokens themselves; a stored user
     * has {@link DigiMeUser#reauthorize()}. The token may have expired: it tells digi.me whose library is meant. Without it
     * the user would get a new, empty one.
     */
    public ReauthorizationRequest reauthorize(ContractDetails contract, UserAccessToken token) {
        Objects.requireNonNull(token, "token");
        return new PreparedReauthorization(links(), Objects.requireNonNull(contract, "contract"), deadline -> token);
    }

    /** {@link #exchangeCode(ContractDetails, Authorized)} for the default contract. */
    public UserAccessToken exchangeCode(Authorized consent) {
        return exchangeCode(contract(), consent);
    }

    /** {@link #exchangeCode(ContractDetails, String, String)} for the default contract. */
    public UserAccessToken exchangeCode(String code, String codeVerifier) {
        return exchangeCode(contract(), code, codeVerifier);
    }

    /**
     * {@link #exchangeCode(ContractDetails, String, String)} with the code and verifier of a consent.
     *
     * @throws IllegalArgumentException if the user consented to another contract; nothing is sent
     */
    public UserAccessToken exchangeCode(ContractDetails contract, Authorized consent) {
        AuthorizationCode code = codeFor(contract, consent);
        return exchangeCode(contract, code.value(), code.codeVerifier());
    }

    /**
     * Exchanges an authorization code for a token pair, for applications that keep tokens themselves. Sent once: a code works
     * once. If the response cannot be verified yet, because digi.me's keys cannot be fetched, this throws; the same call
     * made again within 10 minutes completes with it.
     *
     * @param codeVerifier of the request that led to the code
     * @throws ApiException if digi.me refuses the code or the verifier
     */
    public UserAccessToken exchangeCode(ContractDetails contract, String code, String codeVerifier) {
        Objects.requireNonNull(contract, "contract");
        return parts.tokens()
                .exchange(contract, Require.secret("code", code), Require.secret("codeVerifier", codeVerifier));
    }

    /** {@link #refreshToken(ContractDetails, UserAccessToken)} for the default contract. */
    public RefreshResult refreshToken(UserAccessToken token) {
        return refreshToken(contract(), token);
    }

    /**
     * Exchanges the refresh token for a new pair, for applications that keep tokens themselves. The old pair is worthless
     * afterwards: store the new one before anything else. The token is sent even if it looks expired.
     *
     * <p>Sent once. Without a response, the pair may have been replaced: the {@link me.digi.client.error.NetworkException}
     * says so, and the same call made again resolves it. If the response cannot be verified yet, the same call made again
     * within 10 minutes completes with it.
     *
     * @return the new pair, or that the user has to consent again; a failure that may pass is an exception
     */
    public RefreshResult refreshToken(ContractDetails contract, UserAccessToken token) {
        Objects.requireNonNull(contract, "contract");
        Objects.requireNonNull(token, "token");
        return parts.tokens().refresh(contract, token);
    }

    /** {@link #signIn(ContractDetails, String, Authorized)} for the default contract. */
    public SignIn signIn(String userKey, Authorized consent) {
        return signIn(contract(), userKey, consent);
    }

    /**
     * Exchanges an authorization code, stores the token pair under the application's own name for the user, and only then
     * returns. It replaces whatever pair is stored under that name: a pair that was just exchanged is the newest.
     *
     * <p>If the response cannot be verified yet, this throws. The response is kept in the store: the same call made again
     * completes with it, and so does any call of the user.
     *
     * @throws IllegalArgumentException if the user consented to another contract; nothing is sent
     * @throws ApiException if digi.me refuses the code or the verifier
     * @throws me.digi.client.store.TokenStoreException if the store fails. If it failed after the exchange, the exception
     *     has the pair, which is used from memory, and saving it is retried
     */
    public SignIn signIn(ContractDetails contract, String userKey, Authorized consent) {
        Grant grant = grant(contract, userKey);
        AuthorizationCode code = codeFor(contract, consent);
        UserAccessToken replaced =
                grant.signIn(code.value(), code.codeVerifier(), Deadline.after(settings.callTimeout));
        return new SignIn(user(contract, grant), replaced);
    }

    private static AuthorizationCode codeFor(ContractDetails contract, Authorized consent) {
        Objects.requireNonNull(contract, "contract");
        Objects.requireNonNull(consent, "consent");
        if (!consent.contractId().equals(contract.contractId())) {
            throw new IllegalArgumentException("the user consented to the contract " + consent.contractId()
                    + ", and not to " + contract.contractId());
        }
        return consent.code();
    }

    /** {@link #takeOver(ContractDetails, String, UserAccessToken)} for the default contract. */
    public TakeOver takeOver(String userKey, UserAccessToken pair) {
        return takeOver(contract(), userKey, pair);
    }

    /** {@link #takeOver(ContractDetails, String, UserAccessToken, TakeOver.Mode)} for the default contract. */
    public TakeOver takeOver(String userKey, UserAccessToken pair, TakeOver.Mode mode) {
        return takeOver(contract(), userKey, pair, mode);
    }

    /** {@link #takeOver(ContractDetails, String, UserAccessToken, TakeOver.Mode)} with {@code IF_NEWER}. */
    public TakeOver takeOver(ContractDetails contract, String userKey, UserAccessToken pair) {
        return takeOver(contract, userKey, pair, TakeOver.Mode.IF_NEWER);
    }

    /**
     * Moves a token pair from elsewhere, such as an application's own table, into the token store, under the application's
     * own name for the user.
     *
     * @throws me.digi.client.store.TokenStoreException if the store fails; nothing has changed
     */
    public TakeOver takeOver(ContractDetails contract, String userKey, UserAccessToken pair, TakeOver.Mode mode) {
        return grant(contract, userKey)
                .takeOver(Objects.requireNonNull(pair, "pair"), Objects.requireNonNull(mode, "mode"));
    }

    /** {@link #user(ContractDetails, String)} under the default contract. */
    public DigiMeUser user(String userKey) {
        return user(contract(), userKey);
    }

    /**
     * A user whose token pair is stored, by the application's own name for them. Does not access the store: if there is no
     * pair, the user's calls throw {@link me.digi.client.store.GrantNotFoundException}.
     */
    public DigiMeUser user(ContractDetails contract, String userKey) {
        return user(contract, grant(contract, userKey));
    }

    /** {@link #findUser(ContractDetails, String)} under the default contract. */
    public @Nullable DigiMeUser findUser(String userKey) {
        return findUser(contract(), userKey);
    }

    /**
     * The user of this name, or null if no token pair is stored under it. Loads the stored record, and sends nothing to
     * digi.me.
     *
     * @throws me.digi.client.store.TokenStoreException if the store fails, or the record is damaged
     */
    public @Nullable DigiMeUser findUser(ContractDetails contract, String userKey) {
        Grant grant = grant(contract, userKey);
        try {
            TokenStatus unused = grant.status();
        } catch (GrantNotFoundException e) {
            return null;
        }
        return user(contract, grant);
    }

    /** {@link #listUsers(ContractDetails)} under the default contract. */
    public Stream<StoredUser> listUsers() {
        return listUsers(contract());
    }

    /** {@link #listUsers(ContractDetails, String)} from the first user on. */
    public Stream<StoredUser> listUsers(ContractDetails contract) {
        return listUsers(contract, null);
    }

    /**
     * Lists the users whose token pairs are stored under the contract, in the store's own order, with when each was last refreshed
     * and whether the pair works. They are read from the store in pages, while the stream is consumed; a user who is stored
     * throughout is returned exactly once. Records are not opened, and nothing is sent to digi.me.
     *
     * <pre>{@code
     * long loggedOut = digiMe.listUsers(contract)
     *         .filter(user -> user.summary().state() == GrantSummary.State.REAUTHORIZE)
     *         .count();
     * }</pre>
     *
     * @param after the key of the user after whom to begin, such as the last one of a list that was interrupted; null for all
     *     users. That user may have been deleted
     * @return a stream whose consumption throws {@link me.digi.client.store.TokenStoreException} if the store fails, or if it
     *     does not support listing, as a store of your own need not
     */
    public Stream<StoredUser> listUsers(ContractDetails contract, @Nullable String after) {
        String contractId = Objects.requireNonNull(contract, "contract").contractId();
        if (after != null) {
            GrantKey unused = new GrantKey(contractId, after);
        }
        return StreamSupport.stream(parts.storedUsers(contract, after).spliterator(), false);
    }

    /** {@link #keepAlive(ContractDetails)} under the default contract. */
    public KeepAliveRequest keepAlive() {
        return keepAlive(contract());
    }

    /**
     * Prepares a sweep that refreshes the users who have not called for a long time, so that their refresh tokens do not
     * expire. Run it once a day, on one machine or on all.
     */
    public KeepAliveRequest keepAlive(ContractDetails contract) {
        return parts.keepAlive(Objects.requireNonNull(contract, "contract"));
    }

    /** {@link #discovery(ContractDetails)} under the default contract. */
    public Discovery discovery() {
        return discovery(contract());
    }

    /** The sources, countries, platforms and categories that digi.me supports. */
    public Discovery discovery(ContractDetails contract) {
        return parts.discovery(Objects.requireNonNull(contract, "contract"), settings.callTimeout);
    }

    /** {@link #describeContract(ContractDetails)} for the default contract. */
    public ContractDescription describeContract() {
        return describeContract(contract());
    }

    /** Requests the contract as digi.me describes it. */
    public ContractDescription describeContract(ContractDetails contract) {
        return parts.describeContract(Objects.requireNonNull(contract, "contract"), settings.callTimeout);
    }

    /** {@link #storages(ContractDetails)} of the default contract. */
    public Storages storages() {
        return storages(contract());
    }

    /** Storages of the application's own files, encrypted with the contract's public key. */
    public Storages storages(ContractDetails contract) {
        return parts.storages(Objects.requireNonNull(contract, "contract"), settings.callTimeout);
    }

    /**
     * Ends other calls, files that are being read and every pause at once, with a {@link me.digi.client.error.NetworkException}
     * of the kind {@code INTERRUPTED}. Waits for refreshes that are under way, for 35 seconds at most, so that no new token pair
     * is lost, and for the token listener, for 5 seconds at most; then releases threads and connections. The client cannot be
     * used afterwards. A process that ends without calling this waits for a refresh or sign-in that was sent, for 10 seconds at
     * most (not on Android).
     */
    @Override
    public void close() {
        parts.close();
    }

    private ContractDetails contract() {
        if (settings.contract == null) {
            throw new IllegalStateException(
                    "no default contract is set: pass the contract, or set DigiMe.builder().contract(...)");
        }
        return settings.contract;
    }

    private Grant grant(ContractDetails contract, String userKey) {
        return parts.grants().of(Objects.requireNonNull(contract, "contract"), userKey);
    }

    private DigiMeUser user(ContractDetails contract, Grant grant) {
        return parts.user(contract, grant, settings.callTimeout);
    }

    private Links links() {
        return parts.links(settings.callTimeout);
    }

    /** Builds a {@link DigiMe}. Not safe for use by many threads. */
    public static final class Builder {
        /** One for the whole process: the warning is about it, and not about each client. */
        private static final AtomicBoolean MEMORY_WARNING = new AtomicBoolean();

        private @Nullable String applicationId;
        private @Nullable ContractDetails contract;
        private Environment environment = Environment.production();
        private Duration connectTimeout = Duration.ofSeconds(10);
        private Duration readTimeout = Duration.ofSeconds(30);
        private Duration writeTimeout = Duration.ofSeconds(30);
        private Duration callTimeout = Duration.ofMinutes(2);
        private Duration stallTimeout = Duration.ofMinutes(2);
        private RetryPolicy retryPolicy = RetryPolicy.defaults();
        private Clock clock = Clock.systemUTC();
        private LongSupplier ticker = System::nanoTime;
        private Sleeper sleeper = duration -> Thread.sleep(duration.toMillis());
        private @Nullable Agent agent;
        private @Nullable OkHttpClient httpClient;
        private @Nullable RequestLogger logger;
        private TokenStore tokenStore = new InMemoryTokenStore();
        private @Nullable TokenListener tokenListener;
        private AtomicBoolean memoryWarning = MEMORY_WARNING;

        Builder() {}

        private Builder(Builder other) {
            applicationId = other.applicationId;
            contract = other.contract;
            environment = other.environment;
            connectTimeout = other.connectTimeout;
            readTimeout = other.readTimeout;
            writeTimeout = other.writeTimeout;
            callTimeout = other.callTimeout;
            stallTimeout = other.stallTimeout;
            retryPolicy = other.retryPolicy;
            clock = other.clock;
            ticker = other.ticker;
            sleeper = other.sleeper;
            agent = other.agent;
            httpClient = other.httpClient;
            logger = other.logger;
            tokenStore = other.tokenStore;
            tokenListener = other.tokenListener;
            memoryWarning = other.memoryWarning;
        }

        /** The application's id at digi.me. Required. */
        public Builder applicationId(String applicationId) {
            this.applicationId = Require.text("applicationId", applicationId);
            return this;
        }

        /** The contract of all methods that take none, for applications that have one contract. Optional. */
        public Builder contract(ContractDetails contract) {
            this.contract = Objects.requireNonNull(contract, "contract");
            return this;
        }

        /** The digi.me service to use. Default: production. */
        public Builder environment(Environment environment) {
            this.environment = Objects.requireNonNull(environment, "environment");
            return this;
        }

        /** How long to wait for a connection. Default: 10 seconds. */
        public Builder connectTimeout(Duration timeout) {
            this.connectTimeout = Require.timeout("connectTimeout", timeout);
            return this;
        }

        /**
         * How long to wait for the next byte of a response; for a token request, until the response begins, in time during
         * which the process runs. Default: 30 seconds.
         */
        public Builder readTimeout(Duration timeout) {
            this.readTimeout = Require.timeout("readTimeout", timeout);
            return this;
        }

        /** How long to wait until the next byte of a request is accepted. Default: 30 seconds. */
        public Builder writeTimeout(Duration timeout) {
            this.writeTimeout = Require.timeout("writeTimeout", timeout);
            return this;
        }

        /**
         * How long a call may take in all: with the wait for a refresh, for its turn in a {@linkplain #httpClient given
         * client's} dispatcher, and all retries and pauses, without the content of a file. Another one for single calls:
         * {@link DigiMe#withCallTimeout} and {@link DigiMeUser#withCallTimeout}. Default: 2 minutes.
         */
        public Builder callTimeout(Duration timeout) {
            this.callTimeout = Require.timeout("callTimeout", timeout);
            return this;
        }

        /**
         * How long the content of a file, a report or a stored file may stall in all while it is read: the time that its
         * bytes come more slowly than one kilobyte per second. Default: 2 minutes.
         */
        public Builder stallTimeout(Duration timeout) {
            this.stallTimeout = Require.timeout("stallTimeout", timeout);
            return this;
        }

        /** Which requests are retried. Default: {@link RetryPolicy#defaults()}. */
        public Builder retryPolicy(RetryPolicy policy) {
            this.retryPolicy = Objects.requireNonNull(policy, "retryPolicy");
            return this;
        }

        /** The clock for request timestamps and expiries. Default: the system's. */
        public Builder clock(Clock clock) {
            this.clock = Objects.requireNonNull(clock, "clock");
            return this;
        }

        /**
         * The SDK that requests name in their bodies. Default: none. digi.me refuses names and versions that it does not
         * know.
         */
        public Builder agent(Agent agent) {
            this.agent = Objects.requireNonNull(agent, "agent");
            return this;
        }

        /**
         * An OkHttp client whose proxy, TLS settings, interceptors and dispatcher are used; the application shuts it down.
         * Redirects, cookies and caching stay off, only the {@linkplain #retryPolicy(RetryPolicy) retry policy} retries,
         * and the timeouts are this builder's. Token requests have their own connections and dispatcher, and the client's
         * event listener does not see them. Whatever an interceptor throws is a
         * {@link me.digi.client.error.NetworkException} to the caller, with what it threw as its cause; only what ends the
         * virtual machine, such as an {@link OutOfMemoryError}, is thrown as it is. Optional.
         */
        public Builder httpClient(OkHttpClient client) {
            this.httpClient = Objects.requireNonNull(client, "httpClient");
            return this;
        }

        /** Called for each request when it ends, without secrets. Optional. */
        public Builder logger(RequestLogger logger) {
            this.logger = Objects.requireNonNull(logger, "logger");
            return this;
        }

        /**
         * Where users' token pairs are stored. Default: in memory. A pair that is only in memory is lost with the process,
         * and its user has to consent again; a client that runs for a day warns of it, once per process.
         */
        public Builder tokenStore(TokenStore store) {
            this.tokenStore = Objects.requireNonNull(store, "tokenStore");
            return this;
        }

        /** Called for every new token pair and refresh event. Optional. */
        public Builder tokenListener(TokenListener listener) {
            this.tokenListener = Objects.requireNonNull(listener, "tokenListener");
            return this;
        }

        /** Reserved for tests: the monotonic time, in nanoseconds. */
        Builder ticker(LongSupplier ticker) {
            this.ticker = ticker;
            return this;
        }

        /** Reserved for tests: the pauses between attempts. */
        Builder sleeper(Sleeper sleeper) {
            this.sleeper = sleeper;
            return this;
        }

        /** Reserved for tests: whether the process has been warned that token pairs are kept in memory only. */
        Builder memoryWarning(AtomicBoolean wasGiven) {
            this.memoryWarning = wasGiven;
            return this;
        }

        /**
         * The client.
         *
         * @throws IllegalStateException if the application id is missing
         */
        public DigiMe build() {
            if (applicationId == null) {
                throw new IllegalStateException("applicationId is missing");
            }
            SecureRandom random = new SecureRandom();
            HttpSettings http = new HttpSettings(
                    environment,
                    new HttpSettings.Timeouts(connectTimeout, readTimeout, writeTimeout, callTimeout, stallTimeout),
                    retryPolicy,
                    clock,
                    ticker,
                    sleeper,
                    random::nextDouble,
                    httpClient,
                    logger);
            ClientSettings settings =
                    new ClientSettings(applicationId, http, random, agent, tokenStore, tokenListener, memoryWarning);
            return new DigiMe(new ClientParts(settings), new Builder(this));
        }
    }
}

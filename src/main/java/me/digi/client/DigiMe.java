package me.digi.client;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
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
import me.digi.client.diagnostics.ClientObserver;
import me.digi.client.diagnostics.RequestLogger;
import me.digi.client.diagnostics.TokenListener;
import me.digi.client.diagnostics.TokenStatus;
import me.digi.client.discovery.Discovery;
import me.digi.client.error.ApiException;
import me.digi.client.error.DigiMeException;
import me.digi.client.internal.api.ClientParts;
import me.digi.client.internal.http.HttpSettings;
import me.digi.client.internal.http.Observations;
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
 * The digi.me client: sends users to consent, stores their tokens, and reads and writes their data.
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
 * <p>Operations under a contract take it as their first argument. Overloads without it use the
 * {@linkplain Builder#contract default contract}, and throw {@link IllegalStateException} if none is set.
 *
 * <p>Create one client and reuse it: it holds connections, digi.me's keys and each contract's parsed key.
 * Thread-safe. A failed call throws a {@link DigiMeException}; only invalid arguments and use after {@link #close()}
 * throw anything else.
 *
 * <p>Calls block. An interrupted thread stops waiting and reading at once, with its interrupt flag set; a refresh it
 * waited for continues in the background. Once a request with a unique response is sent, that response is awaited
 * even so: {@link #signIn}, {@link #exchangeCode}, {@link #refreshToken}, a new session, a new storage.
 */
public final class DigiMe implements AutoCloseable {
    private final ClientParts parts;
    /** The settings of this client. Never changed. */
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
     * A builder with the settings of this client. The two clients share what the application set: HTTP client, token
     * store (the default one in memory included), logger, listener and clock. Each has its own threads, connections
     * and cached digi.me keys, and is closed separately. To the store they are like two processes: only one refreshes
     * at a time.
     */
    public Builder toBuilder() {
        return settings.copy();
    }

    /**
     * The same client with another {@link Builder#callTimeout}, such as 5 seconds for a web page. It applies to page
     * requests, {@link #signIn}, discovery, {@link #describeContract}, storages, and the users that this view
     * returns.
     *
     * <p>It never loses a token pair: {@link #signIn} and refreshes continue after the timeout and store theirs;
     * {@link #exchangeCode} and {@link #refreshToken}, whose pair only the caller gets, ignore it and take 30 seconds
     * at most.
     *
     * <p>Cheap: both share everything else, so closing one closes both.
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
        return parts.authorize(Objects.requireNonNull(contract, "contract"), settings.callTimeout);
    }

    /** {@link #reauthorize(ContractDetails, UserAccessToken)} for the default contract. */
    public ReauthorizationRequest reauthorize(UserAccessToken token) {
        return reauthorize(contract(), token);
    }

    /**
     * Prepares a request that sends a user to consent again, for applications that store tokens themselves; for
     * stored users, see {@link DigiMeUser#reauthorize()}. The token may have expired: it identifies the user's
     * library, without which they would get a new, empty one.
     */
    public ReauthorizationRequest reauthorize(ContractDetails contract, UserAccessToken token) {
        Objects.requireNonNull(contract, "contract");
        Objects.requireNonNull(token, "token");
        return parts.reauthorize(contract, token, settings.callTimeout);
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
     * Exchanges an authorization code for a token pair, for applications that store tokens themselves. Sent once: a
     * code works only once. If the response cannot be verified because digi.me's keys cannot be fetched, this throws;
     * repeating the call within 10 minutes completes with that response.
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
     * Exchanges the refresh token for a new pair, for applications that store tokens themselves. The old pair no
     * longer works afterwards: store the new one before anything else. The token is sent even if it looks expired.
     *
     * <p>Sent once. Without a response, the pair may have been replaced
     * ({@link me.digi.client.error.NetworkException#requestMayHaveArrived()}); repeating the call resolves it. A
     * response that cannot be verified yet is handled as in {@link #exchangeCode(ContractDetails, String, String)}.
     *
     * @return the new pair, or that the user has to consent again; transient failures are thrown
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
     * Exchanges an authorization code, and stores the token pair before returning. It replaces any pair stored for
     * the user.
     *
     * <p>If the response cannot be verified yet, this throws and keeps the response in the store: repeating the call,
     * or any call of the user, completes with it.
     *
     * @param userKey the application's own name for the user
     * @throws IllegalArgumentException if the user consented to another contract; nothing is sent
     * @throws ApiException if digi.me refuses the code or the verifier
     * @throws me.digi.client.store.TokenStoreException if the store fails. After the exchange, it {@linkplain
     *     me.digi.client.store.TokenStoreException#unsavedToken() has the pair}
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
            throw new IllegalArgumentException(
                    "the user consented to contract " + consent.contractId() + ", not to " + contract.contractId());
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
     * Moves a token pair from elsewhere, such as the application's own table, into the token store.
     *
     * @param userKey the application's own name for the user
     * @throws me.digi.client.store.TokenStoreException if the store fails; nothing has changed
     */
    public TakeOver takeOver(ContractDetails contract, String userKey, UserAccessToken pair, TakeOver.Mode mode) {
        return grant(contract, userKey)
                .takeOver(Objects.requireNonNull(pair, "pair"), Objects.requireNonNull(mode, "mode"));
    }

    /** {@link #user(ContractDetails, String)} for the default contract. */
    public DigiMeUser user(String userKey) {
        return user(contract(), userKey);
    }

    /**
     * A user whose token pair is stored. Does not access the store: without a stored pair, the user's calls throw
     * {@link GrantNotFoundException}.
     *
     * @param userKey the application's own name for the user
     */
    public DigiMeUser user(ContractDetails contract, String userKey) {
        return user(contract, grant(contract, userKey));
    }

    /** {@link #findUser(ContractDetails, String)} for the default contract. */
    public @Nullable DigiMeUser findUser(String userKey) {
        return findUser(contract(), userKey);
    }

    /**
     * The user with this key, or null if no token pair is stored for it. Reads the store, and sends nothing to
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

    /** {@link #listUsers(ContractDetails)} for the default contract. */
    public Stream<StoredUser> listUsers() {
        return listUsers(contract());
    }

    /** {@link #listUsers(ContractDetails, String)} from the first user. */
    public Stream<StoredUser> listUsers(ContractDetails contract) {
        return listUsers(contract, null);
    }

    /**
     * Lists the users whose token pairs are stored under the contract, in the store's order, with the time of the
     * last refresh and whether the pair works. The stream reads pages from the store while it is consumed; a user who
     * is stored throughout is returned exactly once. Records are not decrypted, and nothing is sent to digi.me.
     *
     * <pre>{@code
     * long loggedOut = digiMe.listUsers(contract)
     *         .filter(user -> user.summary().state() == GrantSummary.State.REAUTHORIZE)
     *         .count();
     * }</pre>
     *
     * @param after the key of the user to continue after, such as the last one of an interrupted list; they may have
     *     been deleted. Null for all users
     * @return a stream that throws {@link me.digi.client.store.TokenStoreException} while it is consumed if the store
     *     fails or does not support listing, which is optional
     */
    public Stream<StoredUser> listUsers(ContractDetails contract, @Nullable String after) {
        String contractId = Objects.requireNonNull(contract, "contract").contractId();
        if (after != null) {
            GrantKey unused = new GrantKey(contractId, after);
        }
        return StreamSupport.stream(parts.storedUsers(contract, after).spliterator(), false);
    }

    /** {@link #keepAlive(ContractDetails)} for the default contract. */
    public KeepAliveRequest keepAlive() {
        return keepAlive(contract());
    }

    /**
     * Prepares a sweep that refreshes users who have not called for a long time, so that their refresh tokens do not
     * expire. Run it once a day, on one machine or on all.
     */
    public KeepAliveRequest keepAlive(ContractDetails contract) {
        return parts.keepAlive(Objects.requireNonNull(contract, "contract"));
    }

    /** {@link #discovery(ContractDetails)} for the default contract. */
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

    /** Fetches digi.me's description of the contract. */
    public ContractDescription describeContract(ContractDetails contract) {
        return parts.describeContract(Objects.requireNonNull(contract, "contract"), settings.callTimeout);
    }

    /** {@link #storages(ContractDetails)} for the default contract. */
    public Storages storages() {
        return storages(contract());
    }

    /** Storages of the application's own files, encrypted with the contract's public key. */
    public Storages storages(ContractDetails contract) {
        return parts.storages(Objects.requireNonNull(contract, "contract"), settings.callTimeout);
    }

    /**
     * Cancels other calls, file reads and pauses with a {@link me.digi.client.error.NetworkException} of kind
     * {@code INTERRUPTED}; waits up to 35 seconds for refreshes under way, so that no new token pair is lost, and up
     * to 5 seconds for the token listener; then releases threads and connections. The client cannot be used
     * afterwards. A process that exits without calling this waits up to 10 seconds for a refresh or sign-in that was
     * sent (not on Android).
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

    /** Builds a {@link DigiMe}. Not thread-safe. */
    public static final class Builder implements Cloneable {
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
        private @Nullable ClientObserver observer;
        private TokenStore tokenStore = new InMemoryTokenStore();
        private @Nullable TokenListener tokenListener;

        Builder() {}

        private Builder copy() {
            try {
                return (Builder) clone();
            } catch (CloneNotSupportedException e) {
                throw new AssertionError(e);
            }
        }

        /** The application's id at digi.me. Required. */
        public Builder applicationId(String applicationId) {
            this.applicationId = Require.text("applicationId", applicationId);
            return this;
        }

        /** The contract for all methods called without one. Optional. */
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
         * How long to wait for the next byte of a response; for token requests, for the response to begin, not
         * counting time while the process is suspended. Default: 30 seconds.
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
         * How long a call may take in total: waiting for a refresh, for a turn in the dispatcher of your
         * {@link #httpClient}, all retries and pauses, but not the content of a file. For single calls, see
         * {@link DigiMe#withCallTimeout} and {@link DigiMeUser#withCallTimeout}. Default: 2 minutes.
         */
        public Builder callTimeout(Duration timeout) {
            this.callTimeout = Require.timeout("callTimeout", timeout);
            return this;
        }

        /**
         * How long the content of a file, report or stored file may stall in total: the time during which it arrives
         * more slowly than one kilobyte per second. Default: 2 minutes.
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

        /** The SDK that requests name in their bodies; see {@link Agent}. Default: none. */
        public Builder agent(Agent agent) {
            this.agent = Objects.requireNonNull(agent, "agent");
            return this;
        }

        /**
         * An OkHttp client whose proxy, TLS settings, interceptors and dispatcher are used; the application shuts it
         * down. Redirects, cookies and caching stay off; retries and timeouts are this builder's. Token requests have
         * their own connections and dispatcher, and skip the client's event listener. An exception from an
         * interceptor is the cause of a {@link me.digi.client.error.NetworkException}; only fatal errors of the
         * virtual machine, such as {@link OutOfMemoryError}, are thrown as they are. Optional.
         */
        public Builder httpClient(OkHttpClient client) {
            this.httpClient = Objects.requireNonNull(client, "httpClient");
            return this;
        }

        /** Called when a request ends, without secrets. Default: SLF4J at level DEBUG, if the application has SLF4J. */
        public Builder logger(RequestLogger logger) {
            this.logger = Objects.requireNonNull(logger, "logger");
            return this;
        }

        /** Observes requests, refreshes and reading, for metrics and traces. Default: none. */
        public Builder observer(ClientObserver observer) {
            this.observer = Objects.requireNonNull(observer, "observer");
            return this;
        }

        /**
         * Where users' token pairs are stored. Default: in memory, where they are lost with the process and their
         * users have to consent again; a client that runs for a day warns of it, once.
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

        /**
         * Builds the client.
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
                    logger,
                    new Observations(observer));
            ClientParts parts = new ClientParts(applicationId, agent, http, random, tokenStore, tokenListener);
            return new DigiMe(parts, copy());
        }
    }
}

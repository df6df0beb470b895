package me.digi.client;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.function.LongSupplier;
import me.digi.client.auth.AuthorizationRequest;
import me.digi.client.auth.AuthorizationResult;
import me.digi.client.auth.ContractDetails;
import me.digi.client.auth.ReauthorizationRequest;
import me.digi.client.auth.RefreshResult;
import me.digi.client.auth.RefreshResult.Reauthorize;
import me.digi.client.auth.TakeOver;
import me.digi.client.auth.UserAccessToken;
import me.digi.client.contract.ContractDescription;
import me.digi.client.diagnostics.RequestLogger;
import me.digi.client.diagnostics.TokenListener;
import me.digi.client.discovery.Discovery;
import me.digi.client.error.ApiException;
import me.digi.client.error.DigiMeException;
import me.digi.client.internal.auth.PreparedAuthorization;
import me.digi.client.internal.auth.PreparedReauthorization;
import me.digi.client.internal.client.ClientParts;
import me.digi.client.internal.client.ClientSettings;
import me.digi.client.internal.http.HttpSettings;
import me.digi.client.internal.http.Sleeper;
import me.digi.client.internal.token.Grant;
import me.digi.client.internal.values.Require;
import me.digi.client.retry.RetryPolicy;
import me.digi.client.storage.Storages;
import me.digi.client.store.InMemoryTokenStore;
import me.digi.client.store.TokenStore;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/**
 * The way in to digi.me: sends users to consent, gets their tokens, and opens what those tokens give access to.
 *
 * <pre>{@code
 * try (DigiMe digiMe = DigiMe.builder().applicationId("my-app").build()) {
 *     AuthorizationUrl link = digiMe.authorize(contract).callback("https://my.app/back").state(state).url();
 *     // … the user's browser goes to link.url() and comes back to the callback with a code …
 *     DigiMeUser user = digiMe.signIn(contract, "user-42", code, link.codeVerifier()).user();
 *     List<Account> accounts = user.accounts();
 * }
 * }</pre>
 *
 * <p>Build one and keep it: it holds connections, the server's keys and each contract's prepared key. Safe for use by
 * many threads. Calls block, and a thread that is interrupted stops waiting, its interrupt flag set; but an answer that
 * cannot be had again is waited for once its request has left: the new tokens of an exchange or a refresh, a session, a
 * storage. Whoever waits for the next bytes of a file notices when they come, or at the read time-out. Every call fails with a {@link DigiMeException} and with nothing else, but for arguments that cannot be right
 * and for use after {@link #close()}.
 */
public final class DigiMe implements AutoCloseable {
    private final ClientParts parts;

    private DigiMe(ClientSettings settings) {
        this.parts = new ClientParts(settings);
    }

    /** A builder that wants an application id, and has defaults for all else. */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Prepares a link that sends a user to consent to the contract. What the callback then receives is for
     * {@link AuthorizationResult#fromCallback(String, String)} to read.
     */
    public AuthorizationRequest authorize(ContractDetails contract) {
        return new PreparedAuthorization(parts.links(), Objects.requireNonNull(contract, "contract"));
    }

    /**
     * Prepares a link that sends a user to consent once more, when a refresh came back as {@link Reauthorize}. The
     * access token may have expired: it tells digi.me whose library is meant. Without it the user would get a new, empty
     * one.
     */
    public ReauthorizationRequest reauthorize(ContractDetails contract, UserAccessToken token) {
        return new PreparedReauthorization(
                parts.links(), Objects.requireNonNull(contract, "contract"), Objects.requireNonNull(token, "token"));
    }

    /**
     * Exchanges the code that a callback brought for the user's token. One request, which is sent once: a code works a
     * single time. If the response arrives and cannot be verified yet, since the server's keys are out of reach, this
     * throws; make the same call again within ten minutes, and it completes with that response.
     *
     * @param codeVerifier of the {@code AuthorizationUrl} that the user was sent to
     * @throws ApiException if digi.me refuses the code or the verifier
     */
    public UserAccessToken exchangeCode(ContractDetails contract, String code, String codeVerifier) {
        Objects.requireNonNull(contract, "contract");
        return parts.tokens()
                .exchange(contract, Require.secret("code", code), Require.secret("codeVerifier", codeVerifier));
    }

    /**
     * Exchanges the refresh token for a new pair, which makes the old pair worthless: store the new one before anything
     * else. Whether the refresh token still holds is digi.me's to say, so it is presented even if it looks expired here.
     *
     * <p>One request, which is sent once. If it was sent and got no answer, whether the pair was replaced is not known:
     * the {@link me.digi.client.error.NetworkException} says so, and presenting the token once more will tell. If the
     * response arrived and cannot be verified yet, since the server's keys are out of reach, the same call made again
     * within ten minutes completes with it.
     *
     * @return the new pair, or that the user has to consent again; trouble that may pass is an exception
     */
    public RefreshResult refreshToken(ContractDetails contract, UserAccessToken token) {
        Objects.requireNonNull(contract, "contract");
        Objects.requireNonNull(token, "token");
        return parts.tokens().refresh(contract, token);
    }

    /**
     * Exchanges the code that a callback brought, stores the user's token pair under the application's own name for them,
     * and only then returns. Whatever pair is stored under that name gives way: one that has just been exchanged is the
     * newest.
     *
     * @param codeVerifier of the {@code AuthorizationUrl} that the user was sent to
     * @throws ApiException if digi.me refuses the code or the verifier
     * @throws me.digi.client.error.TokenStoreException if the store fails; the pair is used from memory, and saving it is
     *     retried
     */
    public SignIn signIn(ContractDetails contract, String userKey, String code, String codeVerifier) {
        Grant grant = grant(contract, userKey);
        UserAccessToken replaced =
                grant.signIn(Require.secret("code", code), Require.secret("codeVerifier", codeVerifier));
        return new SignIn(parts.user(contract, grant), replaced);
    }

    /** As {@link #takeOver(ContractDetails, String, UserAccessToken, TakeOver.Mode)}, if the pair is newer. */
    public TakeOver takeOver(ContractDetails contract, String userKey, UserAccessToken pair) {
        return takeOver(contract, userKey, pair, TakeOver.Mode.IF_NEWER);
    }

    /**
     * Takes over a token pair from elsewhere, such as an application's own table of an official SDK's tokens, into the
     * store under the application's own name for the user.
     *
     * @throws me.digi.client.error.TokenStoreException if the store fails; nothing has changed
     */
    public TakeOver takeOver(ContractDetails contract, String userKey, UserAccessToken pair, TakeOver.Mode mode) {
        return grant(contract, userKey)
                .takeOver(Objects.requireNonNull(pair, "pair"), Objects.requireNonNull(mode, "mode"));
    }

    /**
     * A user whose token the store has, by the application's own name for them.
     *
     * @throws me.digi.client.error.GrantNotFoundException from its calls, if the store has none
     */
    public DigiMeUser user(ContractDetails contract, String userKey) {
        return parts.user(contract, grant(contract, userKey));
    }

    private Grant grant(ContractDetails contract, String userKey) {
        return parts.grants().of(Objects.requireNonNull(contract, "contract"), userKey);
    }

    /** Finds out what digi.me can reach. */
    public Discovery discovery(ContractDetails contract) {
        return parts.discovery(Objects.requireNonNull(contract, "contract"));
    }

    /** What digi.me says of a contract. */
    public ContractDescription describe(ContractDetails contract) {
        return parts.describe(Objects.requireNonNull(contract, "contract"));
    }

    /** Storages of the application's own files, encrypted with the contract's key. */
    public Storages storage(ContractDetails contract) {
        return parts.storage(Objects.requireNonNull(contract, "contract"));
    }

    /**
     * Lets refreshes that are under way come to their end, so that no new token is lost; ends other calls, and lets go of
     * threads and connections. The client is of no use after it.
     */
    @Override
    public void close() {
        parts.close();
    }

    /** Builds a {@link DigiMe}. Not safe for use by many threads. */
    public static final class Builder {
        private @Nullable String applicationId;
        private Environment environment = Environment.production();
        private Duration connectTimeout = Duration.ofSeconds(10);
        private Duration readTimeout = Duration.ofSeconds(30);
        private Duration writeTimeout = Duration.ofSeconds(30);
        private Duration callTimeout = Duration.ofMinutes(2);
        private RetryPolicy retryPolicy = RetryPolicy.defaults();
        private Clock clock = Clock.systemUTC();
        private LongSupplier ticker = System::nanoTime;
        private Sleeper sleeper = duration -> Thread.sleep(duration.toMillis());
        private @Nullable Agent agent;
        private @Nullable OkHttpClient httpClient;
        private @Nullable RequestLogger logger;
        private TokenStore tokenStore = new InMemoryTokenStore();
        private @Nullable TokenListener tokenListener;

        Builder() {}

        /** The id that digi.me gave the application. */
        public Builder applicationId(String applicationId) {
            this.applicationId = Require.text("applicationId", applicationId);
            return this;
        }

        /** Which digi.me to talk to; production unless set. */
        public Builder environment(Environment environment) {
            this.environment = Objects.requireNonNull(environment, "environment");
            return this;
        }

        /** How long to wait for a connection; 10 seconds unless set. */
        public Builder connectTimeout(Duration timeout) {
            this.connectTimeout = Require.timeout("connectTimeout", timeout);
            return this;
        }

        /** How long to wait for the next byte of an answer; 30 seconds unless set. */
        public Builder readTimeout(Duration timeout) {
            this.readTimeout = Require.timeout("readTimeout", timeout);
            return this;
        }

        /** How long to wait for the next byte of a request to be taken; 30 seconds unless set. */
        public Builder writeTimeout(Duration timeout) {
            this.writeTimeout = Require.timeout("writeTimeout", timeout);
            return this;
        }

        /** How long a call may take with all its retries, but for the content of a file; 2 minutes unless set. */
        public Builder callTimeout(Duration timeout) {
            this.callTimeout = Require.timeout("callTimeout", timeout);
            return this;
        }

        /** When a request is sent again; see {@link RetryPolicy#defaults()}. */
        public Builder retryPolicy(RetryPolicy policy) {
            this.retryPolicy = Objects.requireNonNull(policy, "retryPolicy");
            return this;
        }

        /** Where the time comes from that requests are stamped with and expiries are compared to; the system's unless set. */
        public Builder clock(Clock clock) {
            this.clock = Objects.requireNonNull(clock, "clock");
            return this;
        }

        /**
         * The SDK that requests name in their bodies; none unless set. digi.me refuses names and versions that it does
         * not know.
         */
        public Builder agent(Agent agent) {
            this.agent = Objects.requireNonNull(agent, "agent");
            return this;
        }

        /**
         * An OkHttp client whose proxy, TLS settings, interceptors and dispatcher this one takes over, and which stays
         * the application's to shut down. Redirects, cookies and caching stay off, nothing is sent again but as the
         * {@linkplain #retryPolicy(RetryPolicy) retry policy} has it, and the time-outs are this builder's. Token requests
         * have connections and a dispatcher of their own, and are not shown to the client's event listener.
         */
        public Builder httpClient(OkHttpClient client) {
            this.httpClient = Objects.requireNonNull(client, "httpClient");
            return this;
        }

        /** Hears of each request as it ends, and never of a secret; nobody does unless set. */
        public Builder logger(RequestLogger logger) {
            this.logger = Objects.requireNonNull(logger, "logger");
            return this;
        }

        /**
         * Where users' tokens are kept; in memory unless set. A token in memory alone is lost with the process, and its
         * user has to consent again: an application that runs for more than a day wants a store, or a listener that
         * keeps each new token.
         */
        public Builder tokenStore(TokenStore store) {
            this.tokenStore = Objects.requireNonNull(store, "tokenStore");
            return this;
        }

        /** Hears of each new token and of what befalls refreshes; nobody does unless set. */
        public Builder tokenListener(TokenListener listener) {
            this.tokenListener = Objects.requireNonNull(listener, "tokenListener");
            return this;
        }

        /** Reserved for tests: the monotonic time, in nanoseconds. */
        Builder ticker(LongSupplier ticker) {
            this.ticker = ticker;
            return this;
        }

        /** For tests: waits between attempts without waiting. */
        Builder sleeper(Sleeper sleeper) {
            this.sleeper = sleeper;
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
                    new HttpSettings.Timeouts(connectTimeout, readTimeout, writeTimeout, callTimeout),
                    retryPolicy,
                    clock,
                    ticker,
                    sleeper,
                    random::nextDouble,
                    httpClient,
                    logger);
            return new DigiMe(new ClientSettings(applicationId, http, random, agent, tokenStore, tokenListener));
        }
    }
}

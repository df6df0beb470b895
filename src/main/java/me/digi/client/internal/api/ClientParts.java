package me.digi.client.internal.api;

import com.squareup.moshi.Moshi;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Consumer;
import me.digi.client.Agent;
import me.digi.client.DigiMeUser;
import me.digi.client.auth.AuthorizationRequest;
import me.digi.client.auth.ContractDetails;
import me.digi.client.auth.ReauthorizationRequest;
import me.digi.client.auth.UserAccessToken;
import me.digi.client.contract.ContractDescription;
import me.digi.client.diagnostics.TokenEvent;
import me.digi.client.diagnostics.TokenListener;
import me.digi.client.discovery.Discovery;
import me.digi.client.internal.crypto.EncryptingContent;
import me.digi.client.internal.crypto.FileKey;
import me.digi.client.internal.crypto.RandomStrings;
import me.digi.client.internal.http.CallSpec;
import me.digi.client.internal.http.HttpSettings;
import me.digi.client.internal.http.HttpStack;
import me.digi.client.internal.oauth.ContractCaller;
import me.digi.client.internal.oauth.Contracts;
import me.digi.client.internal.oauth.GuardedStore;
import me.digi.client.internal.oauth.SignedResponses;
import me.digi.client.internal.oauth.StoredUsers;
import me.digi.client.internal.oauth.TokenEndpoint;
import me.digi.client.internal.oauth.UnmanagedTokens;
import me.digi.client.internal.token.Grant;
import me.digi.client.internal.token.Grants;
import me.digi.client.internal.token.TokenPolicy;
import me.digi.client.internal.wire.ModelAdapters;
import me.digi.client.internal.wire.PermissionAccessApi;
import me.digi.client.keepalive.KeepAliveRequest;
import me.digi.client.storage.Storages;
import me.digi.client.store.InMemoryTokenStore;
import me.digi.client.store.TokenStore;
import org.jspecify.annotations.Nullable;

/** The parts of one client. Safe for use by many threads. */
public final class ClientParts implements AutoCloseable {
    final Clock clock;
    final RandomStrings randomStrings;
    final @Nullable Agent agent;
    final HttpStack http;
    final Contracts contracts;
    final SignedResponses responses;
    final ClientHost host;
    final Grants grants;
    private final String applicationId;
    private final SecureRandom random;
    private final UnmanagedTokens tokens;
    private final Notifications notifications;
    private final TokenStore tokenStore;

    /**
     * Parts with the settings of {@code DigiMe.Builder}.
     *
     * @param agent sent as the SDK, or null
     * @param random for nonces, code verifiers and file keys
     */
    public ClientParts(
            String applicationId,
            @Nullable Agent agent,
            HttpSettings httpSettings,
            SecureRandom random,
            TokenStore store,
            @Nullable TokenListener tokenListener) {
        this.applicationId = applicationId;
        this.agent = agent;
        this.random = random;
        clock = httpSettings.clock();
        randomStrings = new RandomStrings(random);
        http = new HttpStack(
                httpSettings, new Moshi.Builder().add(new ModelAdapters()).build());
        contracts = new Contracts(applicationId, clock, randomStrings);
        responses = new SignedResponses(http, clock, httpSettings.ticker());
        TokenEndpoint endpoint = new TokenEndpoint(http, contracts, responses);
        host = new ClientHost(clock, httpSettings.ticker(), http.lifetime(), http.observations());
        tokens = new UnmanagedTokens(endpoint, host, httpSettings.timeouts().tokenCall(), http.observations());
        notifications = new Notifications(tokenListener);
        Consumer<TokenEvent> events = event -> notifications.publish(event);
        grants = new Grants(
                store,
                endpoint,
                host,
                TokenPolicy.defaults(),
                store instanceof InMemoryTokenStore ? new MemoryWarning(httpSettings.ticker(), events) : events);
        tokenStore = new GuardedStore(store);
    }

    public AuthorizationRequest authorize(ContractDetails contract, Duration callTimeout) {
        return new PreparedAuthorization(new PageCodes(this, contract, callTimeout));
    }

    public ReauthorizationRequest reauthorize(ContractDetails contract, UserAccessToken token, Duration callTimeout) {
        return new PreparedReauthorization(new PageCodes(this, contract, callTimeout), deadline -> token);
    }

    public UnmanagedTokens tokens() {
        return tokens;
    }

    public Grants grants() {
        return grants;
    }

    /** The stored users of the contract, those after the given key if it is not null. */
    public StoredUsers storedUsers(ContractDetails contract, @Nullable String after) {
        return new StoredUsers(tokenStore, contract.contractId(), after);
    }

    public KeepAliveRequest keepAlive(ContractDetails contract) {
        return new PreparedKeepAlive(this, contract, Long.toHexString(random.nextLong()));
    }

    public DigiMeUser user(ContractDetails contract, Grant grant, Duration callTimeout) {
        return new GrantedUser(this, contract, grant, callTimeout);
    }

    public Discovery discovery(ContractDetails contract, Duration callTimeout) {
        return new ContractDiscovery(apiCalls(contract, callTimeout));
    }

    public ContractDescription describeContract(ContractDetails contract, Duration callTimeout) {
        ContractCaller calls = apiCalls(contract, callTimeout);
        PermissionAccessApi api = calls.api(PermissionAccessApi.class);
        return calls.execute(CallSpec.of(PermissionAccessApi.DESCRIBE_CONTRACT), api::describeContract);
    }

    public Storages storages(ContractDetails contract, Duration callTimeout) {
        ContractCaller cloud = new ContractCaller(http, contracts.signer(contract), callTimeout, true);
        FileKey key = contracts.fileKey(contract);
        EncryptingContent encryption = new EncryptingContent(key, random);
        return new ContractStorages(
                apiCalls(contract, callTimeout),
                storageId -> new CloudFiles(cloud, applicationId, key, encryption, storageId));
    }

    /** Ends waiting calls, then completes refreshes and listener calls, then closes the connections. */
    @Override
    public void close() {
        http.endCalls();
        host.close();
        grants.close();
        notifications.close();
        http.close();
    }

    private ContractCaller apiCalls(ContractDetails contract, Duration callTimeout) {
        return new ContractCaller(http, contracts.signer(contract), callTimeout, false);
    }
}

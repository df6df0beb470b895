package me.digi.client.internal.api;

import com.squareup.moshi.Moshi;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import me.digi.client.Agent;
import me.digi.client.DigiMeUser;
import me.digi.client.auth.ContractDetails;
import me.digi.client.contract.ContractDescription;
import me.digi.client.discovery.Discovery;
import me.digi.client.internal.crypto.EncryptingContent;
import me.digi.client.internal.crypto.FileKey;
import me.digi.client.internal.crypto.RandomStrings;
import me.digi.client.internal.http.HttpSettings;
import me.digi.client.internal.http.HttpStack;
import me.digi.client.internal.io.Deadline;
import me.digi.client.internal.oauth.ContractCaller;
import me.digi.client.internal.oauth.Contracts;
import me.digi.client.internal.oauth.GuardedStore;
import me.digi.client.internal.oauth.SignedResponses;
import me.digi.client.internal.oauth.StoredUsers;
import me.digi.client.internal.oauth.TokenEndpoint;
import me.digi.client.internal.oauth.UnmanagedTokens;
import me.digi.client.internal.read.Reading;
import me.digi.client.internal.read.Waiting;
import me.digi.client.internal.token.Grant;
import me.digi.client.internal.token.Grants;
import me.digi.client.internal.token.TokenPolicy;
import me.digi.client.internal.wire.ModelAdapters;
import me.digi.client.keepalive.KeepAliveRequest;
import me.digi.client.storage.Storages;
import me.digi.client.store.InMemoryTokenStore;
import me.digi.client.store.TokenStore;
import org.jspecify.annotations.Nullable;

/** What a client is made of: one of each, for as long as it lives. Safe for use by many threads. */
public final class ClientParts implements AutoCloseable {
    private final String applicationId;
    private final SecureRandom random;
    private final RandomStrings randomStrings;
    private final @Nullable Agent agent;
    private final HttpStack http;
    private final Contracts contracts;
    private final UnmanagedTokens tokens;
    private final SignedResponses responses;
    private final Waiting waiting;
    private final Notifications notifications;
    private final ClientHost host;
    private final TokenStore tokenStore;
    private final Grants grants;

    /** Puts them together as the settings say. */
    public ClientParts(ClientSettings settings) {
        HttpSettings httpSettings = settings.http();
        Clock clock = httpSettings.clock();
        applicationId = settings.applicationId();
        random = settings.random();
        agent = settings.agent();
        Moshi json = new Moshi.Builder().add(new ModelAdapters()).build();
        randomStrings = new RandomStrings(random::nextInt);
        http = new HttpStack(httpSettings, json);
        contracts = new Contracts(applicationId, clock, randomStrings);
        responses = new SignedResponses(http, clock, httpSettings.ticker(), json);
        TokenEndpoint endpoint = new TokenEndpoint(http, contracts, responses);
        tokens = new UnmanagedTokens(endpoint, clock, httpSettings.ticker(), http.observations());
        waiting = new Waiting(clock, http.lifetime());
        notifications = new Notifications(settings.tokenListener());
        host = new ClientHost(clock, httpSettings.ticker(), http.lifetime(), http.observations());
        TokenStore store = settings.tokenStore() instanceof InMemoryTokenStore memory
                ? new MemoryOnly(
                        memory, httpSettings.ticker(), settings.memoryWarning(), event -> notifications.tell(event))
                : settings.tokenStore();
        tokenStore = new GuardedStore(store);
        grants = new Grants(store, endpoint, host, TokenPolicy.defaults(), event -> notifications.tell(event));
    }

    /** What exchanges codes and refresh tokens by hand. */
    public UnmanagedTokens tokens() {
        return tokens;
    }

    /** What requests the codes of pages, within that time for each. */
    public Links links(Duration callTimeout) {
        return new Links(
                http, contracts, responses, http.environment().onboardUrl(), randomStrings, agent, callTimeout);
    }

    /** The grants that this client deals with. */
    public Grants grants() {
        return grants;
    }

    /** The users of the contract that are stored, those after this one in the store's order if it is not null. */
    public StoredUsers storedUsers(ContractDetails contract, @Nullable String after) {
        return new StoredUsers(tokenStore, contract.contractId(), after);
    }

    /** A sweep that keeps the grants under this contract alive. */
    public KeepAliveRequest keepAlive(ContractDetails contract) {
        return new PreparedKeepAlive(
                grants,
                host,
                http.lifetime(),
                contract,
                after -> storedUsers(contract, after),
                Long.toHexString(random.nextLong()));
    }

    /** The user who gave the grant, whose calls end within that time each. */
    public DigiMeUser user(ContractDetails contract, Grant grant, Duration callTimeout) {
        UserCaller calls = new UserCaller(http, contracts, contract, grant, callTimeout);
        return new GrantedUser(
                grant,
                calls,
                new UserPages(links(callTimeout), contract, calls),
                new Reading(calls, () -> contracts.fileKey(contract), waiting, agent),
                new UserPushes(calls, contracts.signer(contract).key()),
                () -> storages(contract, callTimeout),
                otherTimeout -> user(contract, grant, otherTimeout));
    }

    /** What the contract lets find. */
    public Discovery discovery(ContractDetails contract, Duration callTimeout) {
        return new ContractDiscovery(apiCalls(contract, callTimeout));
    }

    /** The contract as the server describes it. */
    public ContractDescription describeContract(ContractDetails contract, Duration callTimeout) {
        return ContractLookup.describe(apiCalls(contract, callTimeout));
    }

    /** The storages of the contract. */
    public Storages storages(ContractDetails contract, Duration callTimeout) {
        ContractCaller cloud = ContractCaller.ofCloud(http, contracts, contract, () -> Deadline.after(callTimeout));
        FileKey key = contracts.fileKey(contract);
        CloudFolder folder = new CloudFolder(cloud, applicationId, key, new EncryptingContent(key, random));
        return new ContractStorages(apiCalls(contract, callTimeout), folder);
    }

    /** Ends what waits, at once; lets refreshes land, and the listener be called, before the connections go. */
    @Override
    public void close() {
        http.endCalls();
        host.close();
        grants.close();
        notifications.close();
        http.close();
    }

    private ContractCaller apiCalls(ContractDetails contract, Duration callTimeout) {
        return ContractCaller.ofApi(http, contracts, contract, () -> Deadline.after(callTimeout));
    }
}

package me.digi.client.internal.client;

import com.squareup.moshi.Moshi;
import java.security.SecureRandom;
import java.time.Clock;
import me.digi.client.Agent;
import me.digi.client.DigiMeUser;
import me.digi.client.auth.ContractDetails;
import me.digi.client.contract.ContractDescription;
import me.digi.client.discovery.Discovery;
import me.digi.client.internal.auth.ContractCalls;
import me.digi.client.internal.auth.Contracts;
import me.digi.client.internal.auth.Links;
import me.digi.client.internal.auth.ServerAnswers;
import me.digi.client.internal.auth.TokenEndpoint;
import me.digi.client.internal.auth.UnmanagedTokens;
import me.digi.client.internal.contract.ContractQuestion;
import me.digi.client.internal.crypto.EncryptingContent;
import me.digi.client.internal.crypto.FileKey;
import me.digi.client.internal.discovery.ContractDiscovery;
import me.digi.client.internal.http.HttpSettings;
import me.digi.client.internal.http.HttpStack;
import me.digi.client.internal.jwt.RandomStrings;
import me.digi.client.internal.keepalive.PreparedKeepAlive;
import me.digi.client.internal.push.UserPushes;
import me.digi.client.internal.read.Reading;
import me.digi.client.internal.read.Waiting;
import me.digi.client.internal.storage.CloudFolder;
import me.digi.client.internal.storage.ContractStorages;
import me.digi.client.internal.store.GuardedStore;
import me.digi.client.internal.store.StoredUsers;
import me.digi.client.internal.token.Grant;
import me.digi.client.internal.token.Grants;
import me.digi.client.internal.token.TokenPolicy;
import me.digi.client.internal.user.UserCalls;
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
    private final @Nullable Agent agent;
    private final HttpStack http;
    private final Contracts contracts;
    private final UnmanagedTokens tokens;
    private final Links links;
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
        RandomStrings randomStrings = new RandomStrings(random::nextInt);
        http = new HttpStack(httpSettings, json);
        contracts = new Contracts(applicationId, clock, randomStrings);
        ServerAnswers answers = new ServerAnswers(http, clock, httpSettings.ticker(), json);
        TokenEndpoint endpoint = new TokenEndpoint(http, contracts, answers);
        tokens = new UnmanagedTokens(endpoint, clock, httpSettings.ticker());
        links = new Links(http, contracts, answers, httpSettings.environment().onboardUrl(), randomStrings, agent);
        waiting = new Waiting(clock, http.lifetime());
        notifications = new Notifications(settings.tokenListener());
        host = new ClientHost(clock, httpSettings.ticker(), http.lifetime());
        TokenPolicy policy = TokenPolicy.of(httpSettings.timeouts().call());
        TokenStore store = settings.tokenStore() instanceof InMemoryTokenStore memory
                ? new MemoryOnly(
                        memory, httpSettings.ticker(), settings.memoryWarning(), event -> notifications.tell(event))
                : settings.tokenStore();
        tokenStore = new GuardedStore(store);
        grants = new Grants(store, endpoint, host, policy, event -> notifications.tell(event));
    }

    /** What exchanges codes and refresh tokens by hand. */
    public UnmanagedTokens tokens() {
        return tokens;
    }

    /** What asks for the codes that pages want. */
    public Links links() {
        return links;
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

    /** The user who gave the grant. */
    public DigiMeUser user(ContractDetails contract, Grant grant) {
        UserCalls calls = new UserCalls(http, contracts, contract, grant);
        return new GrantedUser(
                grant,
                calls,
                new UserPages(links, contract, calls),
                new Reading(calls, () -> contracts.fileKey(contract), waiting, agent),
                new UserPushes(calls, contracts.signer(contract).key()));
    }

    /** What the contract lets find. */
    public Discovery discovery(ContractDetails contract) {
        return new ContractDiscovery(apiCalls(contract));
    }

    /** What the server says of the contract. */
    public ContractDescription describe(ContractDetails contract) {
        return ContractQuestion.ask(apiCalls(contract));
    }

    /** The storages that the contract opens. */
    public Storages storage(ContractDetails contract) {
        ContractCalls cloud = ContractCalls.ofCloud(http, contracts, contract);
        FileKey key = contracts.fileKey(contract);
        return new ContractStorages(
                apiCalls(contract), new CloudFolder(cloud, applicationId, key, new EncryptingContent(key, random)));
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

    private ContractCalls apiCalls(ContractDetails contract) {
        return ContractCalls.ofApi(http, contracts, contract);
    }
}

package me.digi.client.internal.api;

import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import me.digi.client.DigiMeUser;
import me.digi.client.auth.AccountReauthorizationRequest;
import me.digi.client.auth.ContractDetails;
import me.digi.client.auth.DeleteResult;
import me.digi.client.auth.OnboardRequest;
import me.digi.client.auth.PendingConsent;
import me.digi.client.auth.ReauthorizationRequest;
import me.digi.client.auth.RefreshResult;
import me.digi.client.auth.UserAccessToken;
import me.digi.client.content.Content;
import me.digi.client.diagnostics.TokenStatus;
import me.digi.client.internal.http.CallSpec;
import me.digi.client.internal.http.Caller;
import me.digi.client.internal.http.Operation;
import me.digi.client.internal.io.PendingPage;
import me.digi.client.internal.io.PendingPage.Kind;
import me.digi.client.internal.io.Require;
import me.digi.client.internal.read.ReadableFiles;
import me.digi.client.internal.read.SessionCalls;
import me.digi.client.internal.token.Grant;
import me.digi.client.internal.wire.PermissionAccessApi;
import me.digi.client.internal.wire.StorageApi;
import me.digi.client.internal.wire.TriggerRequest;
import me.digi.client.internal.wire.UserApi;
import me.digi.client.push.ProviderStandard;
import me.digi.client.push.PushDescriptor;
import me.digi.client.read.Account;
import me.digi.client.read.ReadOptions;
import me.digi.client.read.Session;
import me.digi.client.read.SessionFiles;
import me.digi.client.read.SessionOptions;
import me.digi.client.report.PortabilityReport;
import me.digi.client.storage.Storage;
import me.digi.client.storage.StorageFiles;
import me.digi.client.store.ReauthorizationRequiredException;

/**
 * A user with a managed grant. Fields are transient because reflective JSON libraries would otherwise write them with
 * what contains a user, such as a {@code SignIn}.
 */
final class GrantedUser implements DigiMeUser {
    private static final Operation REVOKE = PermissionAccessApi.REVOKE_ACCOUNT_PERMISSION;

    private final transient ClientParts parts;
    private final transient ContractDetails contract;
    private final transient Grant grant;
    private final transient Duration callTimeout;
    private final transient Caller calls;
    private final transient PermissionAccessApi api;

    GrantedUser(ClientParts parts, ContractDetails contract, Grant grant, Duration callTimeout) {
        this.parts = parts;
        this.contract = contract;
        this.grant = grant;
        this.callTimeout = callTimeout;
        this.calls = new UserCaller(parts.http, parts.contracts, contract, grant, callTimeout);
        this.api = calls.api(PermissionAccessApi.class);
    }

    @Override
    public DigiMeUser withCallTimeout(Duration timeout) {
        return parts.user(contract, grant, Require.timeout("callTimeout", timeout));
    }

    @Override
    public UserAccessToken loadToken() {
        return grant.token(calls.deadline());
    }

    @Override
    public RefreshResult refresh() {
        return grant.refresh(calls.deadline());
    }

    @Override
    public TokenStatus loadTokenStatus() {
        return grant.status();
    }

    @Override
    public List<Account> listAccounts() {
        return calls.execute(CallSpec.of(PermissionAccessApi.LIST_ACCOUNTS), api::listAccounts);
    }

    @Override
    public ReauthorizationRequest reauthorize() {
        return new PreparedReauthorization(codes(), deadline -> grant.token(deadline));
    }

    @Override
    public OnboardRequest onboard() {
        return new PreparedOnboarding(codes(), calls);
    }

    @Override
    public AccountReauthorizationRequest reauthorizeAccount(String accountId) {
        return new PreparedAccountReauthorization(codes(), calls, accountId);
    }

    private PageCodes codes() {
        return new PageCodes(parts, contract, callTimeout);
    }

    @Override
    public PendingConsent revokeAccountPermission(String accountId, URI redirectUri) {
        Require.header("accountId", accountId);
        String redirect = Require.header("redirectUri", PreparedPage.checked(redirectUri));
        URI page = calls.execute(
                CallSpec.of(REVOKE),
                context -> api.revokeAccountPermission(context, accountId, redirect),
                (status, response) ->
                        PageLocation.checked(calls.environment(), REVOKE.id(), status, response.location()));
        // By way of JSON, so that it equals what applications restore from a session.
        return PendingConsent.fromJson(
                new PendingPage(Kind.REVOKE_ACCOUNT, contract.contractId(), page, null, null, null).toJson());
    }

    @Override
    public void deleteAccount(String accountId) {
        Require.header("accountId", accountId);
        calls.exchange(
                CallSpec.of(PermissionAccessApi.DELETE_ACCOUNT), context -> api.deleteAccount(context, accountId));
    }

    @Override
    public void forget() {
        grant.forget();
    }

    @Override
    public DeleteResult delete() {
        DeleteResult result = deleteAtDigiMe();
        grant.forget();
        return result;
    }

    private DeleteResult deleteAtDigiMe() {
        UserApi userApi = calls.api(UserApi.class);
        try {
            calls.exchange(CallSpec.of(UserApi.DELETE_USER), userApi::deleteUser);
            return new DeleteResult.Deleted();
        } catch (ReauthorizationRequiredException e) {
            return new DeleteResult.OnlyForgotten(e.reauthorize());
        }
    }

    @Override
    public Session startSession(SessionOptions options) {
        TriggerRequest request = SessionMapping.toWire(Objects.requireNonNull(options, "options"), parts.agent);
        return calls.execute(
                        CallSpec.of(PermissionAccessApi.START_SESSION), context -> api.startSession(context, request))
                .session();
    }

    @Override
    public SessionFiles files(Session session, ReadOptions options) {
        Objects.requireNonNull(session, "session");
        Objects.requireNonNull(options, "options");
        return new ReadableFiles(
                new SessionCalls(calls, api, session, options, parts.clock, parts.http.lifetime()),
                parts.contracts.fileKey(contract));
    }

    @Override
    public void pushToLibrary(PushDescriptor descriptor, Content content) {
        Objects.requireNonNull(descriptor, "descriptor");
        pushes().toLibrary(descriptor, Objects.requireNonNull(content, "content"));
    }

    @Override
    public void pushToProvider(String accountId, ProviderStandard standard, String json) {
        pushes().toProvider(accountId, Objects.requireNonNull(standard, "standard"), json);
    }

    private UserPushes pushes() {
        return new UserPushes(calls, parts.contracts.signer(contract).key());
    }

    @Override
    public InputStream downloadReport(PortabilityReport report) {
        return ReportDownload.open(calls, Objects.requireNonNull(report, "report"));
    }

    @Override
    public Storage fetchStorage() {
        StorageApi storageApi = calls.api(StorageApi.class);
        return calls.execute(CallSpec.of(StorageApi.FETCH_STORAGE), storageApi::fetchStorage);
    }

    @Override
    public StorageFiles files(Storage storage) {
        return parts.storages(contract, callTimeout).files(storage.id());
    }
}

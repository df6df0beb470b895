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
import me.digi.client.auth.ReauthorizationRequiredException;
import me.digi.client.auth.RefreshResult;
import me.digi.client.auth.UserAccessToken;
import me.digi.client.content.Content;
import me.digi.client.diagnostics.TokenStatus;
import me.digi.client.internal.http.CallSpec;
import me.digi.client.internal.http.Caller;
import me.digi.client.internal.io.Require;
import me.digi.client.internal.read.UserSessions;
import me.digi.client.internal.token.Grant;
import me.digi.client.internal.wire.StorageApi;
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

/**
 * A user with a managed grant. Fields are transient because reflective JSON libraries would otherwise write them with
 * what contains a user, such as a {@code SignIn}.
 */
final class GrantedUser implements DigiMeUser {
    private final transient ClientParts parts;
    private final transient ContractDetails contract;
    private final transient Grant grant;
    private final transient Duration callTimeout;
    private final transient Caller calls;
    private final transient UserAccounts accounts;
    private final transient UserSessions reading;

    GrantedUser(ClientParts parts, ContractDetails contract, Grant grant, Duration callTimeout) {
        this.parts = parts;
        this.contract = contract;
        this.grant = grant;
        this.callTimeout = callTimeout;
        this.calls = new UserCaller(parts.http, parts.contracts, contract, grant, callTimeout);
        this.accounts = new UserAccounts(contract, calls);
        this.reading = new UserSessions(
                calls, () -> parts.contracts.fileKey(contract), parts.clock, parts.http.lifetime(), parts.agent);
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
        return accounts.list();
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
        return accounts.startRevoking(accountId, redirectUri);
    }

    @Override
    public void deleteAccount(String accountId) {
        accounts.delete(accountId);
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
        UserApi api = calls.api(UserApi.class);
        try {
            calls.exchange(CallSpec.of(UserApi.DELETE_USER), api::deleteUser);
            return new DeleteResult.Deleted();
        } catch (ReauthorizationRequiredException e) {
            return new DeleteResult.OnlyForgotten(e.reauthorize());
        }
    }

    @Override
    public Session startSession(SessionOptions options) {
        return reading.startSession(options);
    }

    @Override
    public SessionFiles files(Session session, ReadOptions options) {
        return reading.files(session, options);
    }

    @Override
    public void pushToLibrary(PushDescriptor descriptor, Content content) {
        pushes().toLibrary(
                        Objects.requireNonNull(descriptor, "descriptor"), Objects.requireNonNull(content, "content"));
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
        StorageApi api = calls.api(StorageApi.class);
        return calls.execute(CallSpec.of(StorageApi.FETCH_STORAGE), api::fetchStorage);
    }

    @Override
    public StorageFiles files(Storage storage) {
        return parts.storages(contract, callTimeout).files(storage.id());
    }
}

package me.digi.client.internal.user;

import java.util.List;
import java.util.stream.Collectors;
import me.digi.client.DigiMeUser;
import me.digi.client.auth.RefreshResult;
import me.digi.client.auth.UserAccessToken;
import me.digi.client.diagnostics.TokenStatus;
import me.digi.client.internal.http.Repeatability;
import me.digi.client.internal.mapping.AccountMapping;
import me.digi.client.internal.read.Reading;
import me.digi.client.internal.token.Grant;
import me.digi.client.internal.wire.PermissionAccessApi;
import me.digi.client.read.Account;
import me.digi.client.read.ReadOptions;
import me.digi.client.read.Session;
import me.digi.client.read.SessionFiles;
import me.digi.client.read.SessionOptions;

/** A user whose grant looks after their token. */
public final class GrantedUser implements DigiMeUser {
    private final Grant grant;
    private final UserCalls calls;
    private final PermissionAccessApi api;
    private final Reading reading;

    /** A user with this grant. */
    public GrantedUser(Grant grant, UserCalls calls, Reading reading) {
        this.grant = grant;
        this.calls = calls;
        this.api = calls.api(PermissionAccessApi.class);
        this.reading = reading;
    }

    @Override
    public UserAccessToken token() {
        return grant.token();
    }

    @Override
    public RefreshResult refresh() {
        return grant.refresh();
    }

    @Override
    public TokenStatus tokenStatus() {
        return grant.status();
    }

    @Override
    public List<Account> accounts() {
        return calls.execute("accounts", Repeatability.SAFE, api::accounts).stream()
                .map(AccountMapping::fromWire)
                .collect(Collectors.toUnmodifiableList());
    }

    @Override
    public Session readSession() {
        return reading.readSession(SessionOptions.builder().build());
    }

    @Override
    public Session readSession(SessionOptions options) {
        return reading.readSession(options);
    }

    @Override
    public SessionFiles files(Session session) {
        return reading.files(session, ReadOptions.defaults());
    }

    @Override
    public SessionFiles files(Session session, ReadOptions options) {
        return reading.files(session, options);
    }
}

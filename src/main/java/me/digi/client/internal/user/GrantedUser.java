package me.digi.client.internal.user;

import java.util.List;
import java.util.stream.Collectors;
import me.digi.client.DigiMeUser;
import me.digi.client.auth.RefreshResult;
import me.digi.client.auth.UserAccessToken;
import me.digi.client.diagnostics.TokenStatus;
import me.digi.client.internal.http.Repeatability;
import me.digi.client.internal.mapping.AccountMapping;
import me.digi.client.internal.token.Grant;
import me.digi.client.internal.wire.PermissionAccessApi;
import me.digi.client.read.Account;

/** A user whose grant looks after their token. */
public final class GrantedUser implements DigiMeUser {
    private final Grant grant;
    private final UserCalls calls;
    private final PermissionAccessApi api;

    /** A user with this grant. */
    public GrantedUser(Grant grant, UserCalls calls) {
        this.grant = grant;
        this.calls = calls;
        this.api = calls.api(PermissionAccessApi.class);
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
}

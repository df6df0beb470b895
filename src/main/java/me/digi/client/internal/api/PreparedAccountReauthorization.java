package me.digi.client.internal.api;

import me.digi.client.auth.AccountReauthorizationRequest;
import me.digi.client.auth.PendingConsent;
import me.digi.client.internal.api.PageCodes.Code;
import me.digi.client.internal.http.Caller;
import me.digi.client.internal.io.Deadline;
import me.digi.client.internal.io.PendingPage.Kind;
import me.digi.client.internal.io.Require;
import okhttp3.HttpUrl;

/** For one thread at a time. */
final class PreparedAccountReauthorization extends PreparedPage<AccountReauthorizationRequest>
        implements AccountReauthorizationRequest {
    private final Caller user;
    private final String accountId;

    PreparedAccountReauthorization(PageCodes codes, Caller user, String accountId) {
        super(codes);
        this.user = user;
        this.accountId = Require.text("accountId", accountId);
    }

    @Override
    public PendingConsent start() {
        Deadline deadline = codes.deadline();
        Code code = codes.userReference(user, claims(), null, deadline);
        HttpUrl.Builder page = page("reauthorize", code);
        add(page, "accountRef", codes.reference("accountId", accountId, deadline));
        addLocale(page);
        return pending(Kind.REAUTHORIZE_ACCOUNT, page, null, code);
    }
}

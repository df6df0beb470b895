package me.digi.client.internal.api;

import me.digi.client.auth.OnboardRequest;
import me.digi.client.auth.PendingConsent;
import me.digi.client.internal.api.PageCodes.Code;
import me.digi.client.internal.http.Caller;
import me.digi.client.internal.io.PendingPage.Kind;
import okhttp3.HttpUrl;

/** For one thread at a time. */
final class PreparedOnboarding extends PreparedPage<OnboardRequest> implements OnboardRequest {
    private final Caller user;

    PreparedOnboarding(PageCodes codes, Caller user) {
        super(codes);
        this.user = user;
    }

    @Override
    public PendingConsent start() {
        String state = codes.newState();
        Code code = codes.userReference(user, claims(state), options(), codes.deadline());
        HttpUrl.Builder page = page("onboard", code);
        addSources(page);
        return pending(Kind.ONBOARD, page, state, code);
    }
}

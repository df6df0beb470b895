package me.digi.client.internal.api;

import java.util.function.Function;
import me.digi.client.auth.PendingConsent;
import me.digi.client.auth.ReauthorizationRequest;
import me.digi.client.auth.UserAccessToken;
import me.digi.client.internal.api.PageCodes.Code;
import me.digi.client.internal.io.Deadline;
import me.digi.client.internal.io.PendingPage.Kind;
import okhttp3.HttpUrl;

/** For one thread at a time. */
final class PreparedReauthorization extends PreparedPage<ReauthorizationRequest> implements ReauthorizationRequest {
    private final Function<Deadline, UserAccessToken> token;

    /**
     * A request that has no redirect URI yet.
     *
     * @param token loads the user's token when the request is sent
     */
    PreparedReauthorization(PageCodes codes, Function<Deadline, UserAccessToken> token) {
        super(codes);
        this.token = token;
    }

    @Override
    public PendingConsent start() {
        Deadline deadline = codes.deadline();
        String state = codes.newState();
        Code code = codes.reauthorize(claims(state), token.apply(deadline), options(), deadline);
        HttpUrl.Builder page = page("user-reauth", code);
        addSession(page);
        return pending(Kind.REAUTHORIZE, page, state, code);
    }
}

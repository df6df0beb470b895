package me.digi.client.internal.auth;

import me.digi.client.auth.OnboardRequest;
import me.digi.client.auth.PageUrl;
import me.digi.client.internal.auth.Links.Code;

/** The adding of a source that is being put together. For one thread at a time. */
public final class PreparedOnboarding extends PreparedPage<OnboardRequest> implements OnboardRequest {
    private final Links links;
    private final UserCaller user;

    /** For this user, with nothing set. */
    public PreparedOnboarding(Links links, UserCaller user) {
        this.links = links;
        this.user = user;
    }

    @Override
    OnboardRequest self() {
        return this;
    }

    @Override
    public PageUrl url() {
        Code code = links.userReference(user, claims(), options());
        return PageUrl.builder()
                .url(addSources(links.page("onboard").with("code", code.code())).toUri())
                .session(code.session())
                .build();
    }
}

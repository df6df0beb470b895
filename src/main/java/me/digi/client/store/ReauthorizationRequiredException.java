package me.digi.client.store;

import java.util.Objects;
import me.digi.client.auth.RefreshResult.Reauthorize;
import me.digi.client.error.DigiMeException;
import me.digi.client.internal.io.OneLine;

/**
 * digi.me refused the refresh token: calls fail until the user consents again. Send them to
 * {@code DigiMe.reauthorize}, with the old token, which identifies their library.
 */
public final class ReauthorizationRequiredException extends DigiMeException {
    private static final long serialVersionUID = 1L;

    private final GrantKey grant;
    private final Reauthorize reauthorize;

    public ReauthorizationRequiredException(GrantKey grant, Reauthorize reauthorize) {
        super("the user has to consent again: " + words(reauthorize), null);
        this.grant = Objects.requireNonNull(grant, "grant");
        this.reauthorize = reauthorize;
    }

    /** The user and contract. */
    public GrantKey grant() {
        return grant;
    }

    /** Why, with digi.me's error. */
    public Reauthorize reauthorize() {
        return reauthorize;
    }

    private static String words(Reauthorize reauthorize) {
        Objects.requireNonNull(reauthorize, "reauthorize");
        String code = reauthorize.code() == null ? "" : ": " + reauthorize.code();
        String reference =
                reauthorize.reference() == null ? "" : " (reference " + OneLine.of(reauthorize.reference()) + ")";
        return switch (reauthorize.reason()) {
            case REFUSED -> "digi.me refused the refresh token" + code + reference;
            case RESPONSE_LOST -> "the response to a refresh, with the new token pair, was lost" + reference;
        };
    }
}

package me.digi.client.error;

import java.util.Objects;
import me.digi.client.auth.RefreshResult.Reauthorize;

/**
 * The user's grant is dead: digi.me refuses the refresh token, and no call can succeed until the user has consented
 * again. Send them to the link that {@code DigiMe.reauthorize} gives; keep the old token, which tells digi.me whose
 * library is meant.
 */
public final class ReauthorizationRequiredException extends DigiMeException {
    private static final long serialVersionUID = 1L;

    private final transient Reauthorize reauthorize;

    /** Calls cannot go on, because of this. */
    public ReauthorizationRequiredException(Reauthorize reauthorize) {
        super("the user has to consent again: " + words(reauthorize), null);
        this.reauthorize = reauthorize;
    }

    /** Why, and what the service said. */
    public Reauthorize reauthorize() {
        return reauthorize;
    }

    private static String words(Reauthorize reauthorize) {
        Objects.requireNonNull(reauthorize, "reauthorize");
        String reference = reauthorize.reference() == null ? "" : " (reference " + reauthorize.reference() + ")";
        return switch (reauthorize.reason()) {
            case REFUSED -> "the refresh token was refused with " + reauthorize.code() + reference;
            case RESPONSE_LOST -> "the refresh token was used, and the answer with the new pair was lost" + reference;
        };
    }
}

package me.digi.client.keepalive;

import java.util.List;
import java.util.Objects;
import me.digi.client.auth.RefreshResult.Reauthorize;
import me.digi.client.error.DigiMeException;
import org.jspecify.annotations.Nullable;

/**
 * What a keep-alive sweep has done, and who has to consent again. Contains no secret.
 *
 * @param end why it ended
 * @param progress how many users it has dealt with
 * @param consentNeeded the users whose token pairs digi.me refuses, those of whom this was known before included
 * @param failures the first 100 users whose refresh failed; those who are due stay so
 * @param resumeAfter the key of a user: all from where the sweep began up to this one are dealt with, so
 *     {@link KeepAliveRequest#startAfter} goes on from here. Null if there is none yet
 * @param failure what made the sweep give up, or null
 */
public record KeepAliveSummary(
        End end,
        KeepAliveProgress progress,
        List<ConsentNeeded> consentNeeded,
        List<FailedUser> failures,
        @Nullable String resumeAfter,
        @Nullable DigiMeException failure) {
    /** Why a keep-alive sweep ended. */
    public enum End {
        /** It has not: the summary is of a sweep that goes on. */
        RUNNING,
        /** It has looked at every user. */
        DONE,
        /** It was stopped, or the client was closed. */
        STOPPED,
        /** The token store failed once: without it no refresh is safe. */
        STORE_FAILED,
        /** Five refreshes in a row failed: digi.me, or the network, is out of order. */
        SERVICE_FAILED
    }

    /**
     * A user who has to consent again.
     *
     * @param userKey the application's own name for the user
     * @param reason why
     */
    public record ConsentNeeded(String userKey, Reauthorize reason) {
        /** Rejects null. */
        public ConsentNeeded {
            Objects.requireNonNull(userKey, "userKey");
            Objects.requireNonNull(reason, "reason");
        }
    }

    /**
     * A user whose token pair could not be refreshed.
     *
     * @param userKey the application's own name for the user
     * @param cause why
     */
    public record FailedUser(String userKey, DigiMeException cause) {
        /** Rejects null. */
        public FailedUser {
            Objects.requireNonNull(userKey, "userKey");
            Objects.requireNonNull(cause, "cause");
        }
    }

    /** Copies the lists. */
    public KeepAliveSummary {
        Objects.requireNonNull(end, "end");
        Objects.requireNonNull(progress, "progress");
        consentNeeded = List.copyOf(consentNeeded);
        failures = List.copyOf(failures);
    }
}

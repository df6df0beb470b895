package me.digi.client.keepalive;

import java.util.List;
import java.util.Objects;
import me.digi.client.auth.RefreshResult.Reauthorize;
import me.digi.client.error.DigiMeException;
import org.jspecify.annotations.Nullable;

/**
 * What a keep-alive sweep did, and who has to consent again. Contains no secrets.
 *
 * @param end why the sweep ended
 * @param consentNeeded all users whose token pairs digi.me refuses, now or before
 * @param failures the first 100 users whose refresh failed; those due stay due
 * @param resumeAfter the last user of those processed without a gap, for {@link KeepAliveRequest#startAfter}; null if
 *     none
 * @param failure why the sweep gave up, or null
 */
public record KeepAliveSummary(
        End end,
        KeepAliveProgress progress,
        List<ConsentNeeded> consentNeeded,
        List<FailedUser> failures,
        @Nullable String resumeAfter,
        @Nullable DigiMeException failure) {
    public enum End {
        /** Still running. */
        RUNNING,
        /** Every user was visited. */
        DONE,
        /** Stopped, or the client was closed. */
        STOPPED,
        /** The token store failed once: refreshing is unsafe without it. */
        STORE_FAILED,
        /** Five refreshes in a row failed: digi.me or the network is down. */
        SERVICE_FAILED
    }

    /**
     * A user who has to consent again.
     *
     * @param userKey the application's own name for the user
     */
    public record ConsentNeeded(String userKey, Reauthorize reason) {
        public ConsentNeeded {
            Objects.requireNonNull(userKey, "userKey");
            Objects.requireNonNull(reason, "reason");
        }
    }

    /**
     * A user whose refresh failed.
     *
     * @param userKey the application's own name for the user
     */
    public record FailedUser(String userKey, DigiMeException cause) {
        public FailedUser {
            Objects.requireNonNull(userKey, "userKey");
            Objects.requireNonNull(cause, "cause");
        }
    }

    public KeepAliveSummary {
        Objects.requireNonNull(end, "end");
        Objects.requireNonNull(progress, "progress");
        consentNeeded = List.copyOf(consentNeeded);
        failures = List.copyOf(failures);
    }
}

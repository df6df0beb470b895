package me.digi.client.internal.http;

import me.digi.client.diagnostics.RequestEvent;
import me.digi.client.diagnostics.TokenEvent;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/** Writes the client's events to SLF4J. Only with SLF4J. */
public final class Slf4jLog {
    private static final Logger REQUESTS = LoggerFactory.getLogger("me.digi.client.requests");
    private static final Logger TOKENS = LoggerFactory.getLogger("me.digi.client.tokens");

    private Slf4jLog() {}

    static boolean logsRequests() {
        return REQUESTS.isDebugEnabled();
    }

    /** Failures are not logged as errors: the call throws. */
    static void log(RequestEvent event) {
        REQUESTS.debug(
                "{}: {} {}, attempt {}: {} in {} ms{}",
                event.operation(),
                event.method(),
                event.pathTemplate(),
                event.attempt(),
                event.status() == null ? event.failure() : "HTTP " + event.status(),
                event.duration().toMillis(),
                suffix(", ", event.code()) + suffix(", reference ", event.reference()));
    }

    /** Whether the application wants such events in its log. */
    public static boolean logs(TokenEvent event) {
        return switch (level(event)) {
            case WARN -> TOKENS.isWarnEnabled();
            case INFO -> TOKENS.isInfoEnabled();
            default -> TOKENS.isDebugEnabled();
        };
    }

    /** Writes it to the log. */
    public static void log(TokenEvent event) {
        String message = message(event);
        if (event instanceof TokenEvent.StoreFailed failed) {
            TOKENS.warn(message, failed.failure());
            return;
        }
        // Not as a formatted message: the application's name for the user may have braces.
        switch (level(event)) {
            case WARN -> TOKENS.warn(message);
            case INFO -> TOKENS.info(message);
            default -> TOKENS.debug(message);
        }
    }

    /** What an operator has to know of is a warning; a user who has to consent again is everyday life. */
    private static Level level(TokenEvent event) {
        if (event instanceof TokenEvent.StoreFailed || event instanceof TokenEvent.RefreshInDoubt) {
            return Level.WARN;
        }
        return event instanceof TokenEvent.RefreshFailed
                        || event instanceof TokenEvent.ReauthorizationNeeded
                        || event instanceof TokenEvent.ResponseOdd
                ? Level.INFO
                : Level.DEBUG;
    }

    private static String message(TokenEvent event) {
        String grant = "user " + event.grant().userKey() + " of contract "
                + event.grant().contractId();
        if (event instanceof TokenEvent.Changed changed) {
            return grant + ": new token pair (" + changed.origin() + ")";
        }
        if (event instanceof TokenEvent.RefreshFailed failed) {
            return grant + ": the refresh failed: " + failed.failure();
        }
        if (event instanceof TokenEvent.RefreshInDoubt doubt) {
            return grant + ": the token pair may no longer work, the refresh token is sent once more"
                    + (doubt.failure() == null ? "" : ": " + doubt.failure());
        }
        if (event instanceof TokenEvent.ReauthorizationNeeded needed) {
            return grant + ": has to consent again: " + needed.reauthorize().reason()
                    + suffix(", ", needed.reauthorize().code())
                    + suffix(", reference ", needed.reauthorize().reference());
        }
        if (event instanceof TokenEvent.ResponseOdd odd) {
            return grant + ": the token response has members without a meaning: " + odd.members();
        }
        if (event instanceof TokenEvent.StoreFailed) {
            return grant + ": the token store failed";
        }
        if (event instanceof TokenEvent.RefreshJoined) {
            return grant + ": waits for a refresh in progress";
        }
        if (event instanceof TokenEvent.OnlyInMemory) {
            return grant + ": the token pair is kept in memory only";
        }
        return grant + (event instanceof TokenEvent.RefreshDone ? ": the refresh is done" : ": the refresh starts");
    }

    private static String suffix(String label, @Nullable Object value) {
        return value == null ? "" : label + value;
    }
}

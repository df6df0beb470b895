package me.digi.client.internal.http;

import java.util.Map;
import me.digi.client.diagnostics.RequestEvent;
import me.digi.client.diagnostics.TokenEvent;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.slf4j.event.Level;

/** Writes the client's events to SLF4J, and copies its MDC. Only with SLF4J. */
public final class Slf4j {
    private static final Logger REQUESTS = LoggerFactory.getLogger("me.digi.client.requests");
    private static final Logger TOKENS = LoggerFactory.getLogger("me.digi.client.tokens");

    private Slf4j() {}

    /** A copy of this thread's MDC; null if it is empty. */
    static @Nullable Map<String, String> mdc() {
        Map<String, String> copy = MDC.getCopyOfContextMap();
        return copy == null || copy.isEmpty() ? null : copy;
    }

    static void setMdc(@Nullable Map<String, String> values) {
        if (values == null) {
            MDC.clear();
        } else {
            MDC.setContextMap(values);
        }
    }

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

    /** Whether such events are logged. */
    public static boolean logs(TokenEvent event) {
        return TOKENS.isEnabledForLevel(level(event));
    }

    /** Logs the event, without formatting: user keys may contain braces. */
    public static void log(TokenEvent event) {
        TOKENS.atLevel(level(event))
                .setCause(event instanceof TokenEvent.StoreFailed failed ? failed.failure() : null)
                .log(message(event));
    }

    /** Warnings are for operators; a user who has to consent again is nothing unusual. */
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

package me.digi.client.internal.io;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The state of a page visit until the browser returns; the JSON of {@code PendingConsent}.
 *
 * @param state required in the callback, if the page supports it
 * @param codeVerifier for the authorization code, if the page issues one
 * @param session to read data with, if the page opens one
 */
public record PendingPage(
        Kind kind,
        String contractId,
        URI url,
        @Nullable String state,
        @Nullable String codeVerifier,
        @Nullable Session session) {
    private static final String KIND = "page";
    private static final String CONTRACT_ID = "contractId";
    private static final String URL = "url";
    private static final String STATE = "state";
    private static final String CODE_VERIFIER = "codeVerifier";
    private static final String SESSION = "session";
    private static final String KEY = "key";
    private static final String EXPIRY = "expiry";

    public enum Kind {
        AUTHORIZE(true, true, true),
        REAUTHORIZE(true, true, true),
        ONBOARD(true, false, true),
        REAUTHORIZE_ACCOUNT(false, false, true),
        REVOKE_ACCOUNT(false, false, false);

        private final boolean hasState;
        private final boolean hasCode;
        private final boolean hasSession;

        Kind(boolean hasState, boolean hasCode, boolean hasSession) {
            this.hasState = hasState;
            this.hasCode = hasCode;
            this.hasSession = hasSession;
        }

        /** Whether the callback contains an authorization code. */
        public boolean hasCode() {
            return hasCode;
        }
    }

    /** {@code me.digi.client.read.Session}, which this package cannot see. */
    public record Session(String key, Instant expiresAt) {
        private Map<String, @Nullable Object> members() {
            return Json.members(KEY, key, EXPIRY, expiresAt.toEpochMilli());
        }

        @Override
        public String toString() {
            return "Session[***]";
        }
    }

    /**
     * Reads the JSON of {@link #toJson()}.
     *
     * @throws JsonException if a member is missing or invalid; the message quotes nothing
     */
    public static PendingPage read(JsonObject json) {
        Kind kind = kind(json.text(KIND));
        return new PendingPage(
                kind,
                contractId(json.filledText(CONTRACT_ID)),
                uri(json.text(URL)),
                kind.hasState ? json.filledText(STATE) : null,
                kind.hasCode ? json.filledText(CODE_VERIFIER) : null,
                kind.hasSession ? session(json.object(SESSION)) : null);
    }

    /** A secret. */
    public String toJson() {
        return Json.write(Json.members(
                KIND, kind.name(),
                CONTRACT_ID, contractId(),
                URL, url.toString(),
                STATE, state(),
                CODE_VERIFIER, codeVerifier(),
                SESSION, session == null ? null : session.members()));
    }

    private static String contractId(String text) {
        if (!text.equals(WhiteSpace.strip(text))) {
            throw new JsonException("'" + CONTRACT_ID + "' begins or ends with white space");
        }
        return text;
    }

    private static Session session(JsonObject json) {
        String key = json.filledText(KEY);
        if (Require.isDots(key)) {
            throw new JsonException("'session.key' is \".\" or \"..\"");
        }
        return new Session(key, json.instant(EXPIRY));
    }

    private static Kind kind(String name) {
        for (Kind kind : Kind.values()) {
            if (kind.name().equals(name)) {
                return kind;
            }
        }
        throw new JsonException("'" + KIND + "' is unknown");
    }

    private static URI uri(String text) {
        try {
            return new URI(text);
        } catch (URISyntaxException quotesIt) {
            throw new JsonException("'" + URL + "' is not a URI");
        }
    }

    @Override
    public String toString() {
        return "PendingPage[" + kind + "]";
    }
}

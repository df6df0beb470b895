package me.digi.client.internal.io;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of a page that a user was sent to, until the browser is back. Its JSON is what {@code PendingConsent} gives
 * to applications and takes from them; nothing else reads or writes it.
 *
 * @param url the page
 * @param state what the callback must bring back, if the page takes a state
 * @param codeVerifier of the authorization code, if the page gives one
 * @param session that reads the data, if the page begins one
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

    /** The page, and what belongs to it. */
    public enum Kind {
        /** Consent to a contract. */
        AUTHORIZE(true, true, true),
        /** Consent given again. */
        REAUTHORIZE(true, true, true),
        /** One more source. */
        ONBOARD(true, false, true),
        /** Access to an account, given again. */
        REAUTHORIZE_ACCOUNT(false, false, true),
        /** Access to an account, taken back. */
        REVOKE_ACCOUNT(false, false, false);

        private final boolean hasState;
        private final boolean hasCode;
        private final boolean hasSession;

        Kind(boolean hasState, boolean hasCode, boolean hasSession) {
            this.hasState = hasState;
            this.hasCode = hasCode;
            this.hasSession = hasSession;
        }

        /** Whether its callback brings an authorization code. */
        public boolean hasCode() {
            return hasCode;
        }
    }

    /**
     * A session, as a value below the API.
     *
     * @param key a secret
     */
    public record Session(String key, Instant expiresAt) {
        @Override
        public String toString() {
            return "Session[***]";
        }
    }

    /**
     * What {@link #toJson()} wrote.
     *
     * @throws JsonException if a member is missing or wrong; the message names it, and quotes nothing
     */
    public static PendingPage read(JsonObject json) {
        Kind kind = kind(json.text(KIND));
        return new PendingPage(
                kind,
                text(json, CONTRACT_ID),
                uri(json.text(URL)),
                kind.hasState ? text(json, STATE) : null,
                kind.hasCode ? text(json, CODE_VERIFIER) : null,
                kind.hasSession ? session(json.object(SESSION)) : null);
    }

    /** As JSON; a secret. */
    public String toJson() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put(KIND, kind.name());
        json.put(CONTRACT_ID, contractId);
        json.put(URL, url.toString());
        if (state != null) {
            json.put(STATE, state);
        }
        if (codeVerifier != null) {
            json.put(CODE_VERIFIER, codeVerifier);
        }
        if (session != null) {
            json.put(
                    SESSION,
                    Map.of(KEY, session.key(), EXPIRY, session.expiresAt().toEpochMilli()));
        }
        return Json.write(json);
    }

    private static Session session(JsonObject json) {
        return new Session(text(json, KEY), json.instant(EXPIRY));
    }

    private static String text(JsonObject json, String name) {
        String text = json.text(name);
        if (WhiteSpace.isBlank(text)) {
            throw new JsonException("'" + name + "' is empty");
        }
        return text;
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

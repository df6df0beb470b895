package me.digi.client.auth;

import java.util.LinkedHashMap;
import java.util.Map;
import me.digi.client.internal.io.Json;

/** Pending consents, loaded from a session. */
final class Consents {
    static final String STATE = "expected-state";
    static final String VERIFIER = "marked-verifier";

    private Consents() {}

    static PendingConsent of(String page) {
        return of(page, STATE);
    }

    static PendingConsent of(String page, String state) {
        return PendingConsent.fromJson(Json.write(members(page, state)));
    }

    static Map<String, Object> members(String page, String state) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("page", page);
        members.put("contractId", "the-contract");
        members.put("url", "https://api.digi.me/apps/saas/authorize?code=marked-code");
        members.put("state", state);
        members.put("codeVerifier", VERIFIER);
        members.put("session", Map.of("key", "marked-session-key", "expiry", 1_700_000_000_123L));
        return members;
    }
}

package me.digi.client.sandbox.internal.control;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import me.digi.client.sandbox.ContractView;
import me.digi.client.sandbox.GrantView;
import me.digi.client.sandbox.TokenPair;
import me.digi.client.sandbox.UserView;
import me.digi.client.sandbox.internal.document.Names;
import me.digi.client.sandbox.internal.document.PairDocument;

/** Contracts, users and grants as JSON, with their tokens. */
final class Documents {
    private Documents() {}

    static Map<String, Object> contract(ContractView contract) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", contract.id());
        json.put("kind", Names.of(contract.kind()));
        json.put("redirectUris", contract.redirectUris());
        return json;
    }

    static Map<String, Object> user(UserView user) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", user.id());
        json.put("createdAt", user.createdAt().toString());
        return json;
    }

    static List<Map<String, Object>> grants(List<GrantView> grants) {
        return grants.stream().map(Documents::grant).toList();
    }

    /** {@code token} is a user access token as the official SDKs and this client read it; absent after revocation. */
    static Map<String, Object> grant(GrantView grant) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("userId", grant.userId());
        json.put("contractId", grant.contractId());
        json.put("consentId", grant.consentId());
        json.put("issued", (long) grant.issued());
        TokenPair live = grant.live();
        if (live != null) {
            json.put("token", userAccessToken(grant, live));
        }
        json.put("pairs", grant.pairs().stream().map(PairDocument::write).toList());
        return json;
    }

    private static Map<String, Object> userAccessToken(GrantView grant, TokenPair pair) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("accessToken", token(pair.accessToken(), pair.accessExpiresAt()));
        json.put("refreshToken", token(pair.refreshToken(), pair.refreshExpiresAt()));
        json.put("user", Map.of("id", grant.userId()));
        json.put("consentid", grant.consentId());
        return json;
    }

    private static Map<String, Object> token(String value, Instant expiresAt) {
        return Map.of("value", value, "expiry", expiresAt.getEpochSecond());
    }
}

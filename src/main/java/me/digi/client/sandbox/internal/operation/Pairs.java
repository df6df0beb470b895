package me.digi.client.sandbox.internal.operation;

import java.util.LinkedHashMap;
import java.util.Map;
import me.digi.client.sandbox.IssuedPair.End;
import me.digi.client.sandbox.internal.protocol.ApiResponse;
import me.digi.client.sandbox.internal.protocol.Call;
import me.digi.client.sandbox.internal.state.Grant;
import me.digi.client.sandbox.internal.state.IssuedToken;
import me.digi.client.sandbox.internal.state.Pair;

/** A new pair of tokens, as exchange and refresh return it. */
final class Pairs {
    private Pairs() {}

    static ApiResponse issue(Call call, Grant grant, End oldPair) {
        Pair pair = call.world().grants().issue(grant, call.now(), call.world().lifetimes(), oldPair);
        Map<String, Object> payload = new LinkedHashMap<>();
        payload.put("access_token", token(pair.access()));
        payload.put("refresh_token", token(pair.refresh()));
        payload.put("sub", grant.user().id());
        payload.put("consentid", grant.consentId());
        payload.put("identifier", Map.of("id", grant.consentId()));
        payload.put("token_type", "Bearer");
        return ApiResponse.signed(payload, Map.of());
    }

    private static Map<String, Object> token(IssuedToken token) {
        return Map.of("value", token.value(), "expires_on", token.expiresAt().getEpochSecond());
    }
}

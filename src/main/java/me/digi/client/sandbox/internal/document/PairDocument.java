package me.digi.client.sandbox.internal.document;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import me.digi.client.sandbox.IssuedPair;
import me.digi.client.sandbox.TokenPair;
import me.digi.client.sandbox.internal.json.JsonView;

/** Token pairs. */
public final class PairDocument {
    private PairDocument() {}

    public static Map<String, Object> write(IssuedPair pair) {
        TokenPair tokens = pair.tokens();
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("number", (long) tokens.number());
        json.put("accessToken", tokens.accessToken());
        json.put("accessExpiresAt", tokens.accessExpiresAt().toString());
        json.put("refreshToken", tokens.refreshToken());
        json.put("refreshExpiresAt", tokens.refreshExpiresAt().toString());
        json.put("issuedAt", pair.issuedAt().toString());
        if (pair.endedAt() != null && pair.end() != null) {
            json.put("endedAt", pair.endedAt().toString());
            json.put("end", Names.of(pair.end()));
        }
        return json;
    }

    public static IssuedPair read(JsonView json) {
        TokenPair tokens = new TokenPair(
                (int) json.number("number"),
                json.text("accessToken"),
                Instant.parse(json.text("accessExpiresAt")),
                json.text("refreshToken"),
                Instant.parse(json.text("refreshExpiresAt")));
        return new IssuedPair(
                tokens,
                Instant.parse(json.text("issuedAt")),
                json.has("endedAt") ? Instant.parse(json.text("endedAt")) : null,
                json.has("end") ? Names.read(IssuedPair.End.class, json.text("end")) : null);
    }
}

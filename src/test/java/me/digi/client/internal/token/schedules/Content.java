package me.digi.client.internal.token.schedules;

import java.util.Map;
import me.digi.client.auth.UserAccessToken;
import me.digi.client.internal.io.Json;
import me.digi.client.store.StoredGrant;
import org.jspecify.annotations.Nullable;

/**
 * What a record says, as far as a schedule has to know.
 *
 * @param pair null in a record that has nothing but a response that could not be verified yet
 */
record Content(String text, @Nullable UserAccessToken pair, boolean isRefused) {
    static Content of(StoredGrant stored) {
        Map<String, @Nullable Object> members = Json.parseObject(stored.content());
        Object pair = members.get("token");
        return new Content(
                stored.content(),
                pair == null ? null : UserAccessToken.fromJson(Json.write(pair)),
                members.get("refusal") != null);
    }

    boolean holds(UserAccessToken other) {
        return pair != null && same(pair, other);
    }

    boolean holdsResponse(String response) {
        return text.contains(response);
    }

    static boolean same(UserAccessToken one, UserAccessToken other) {
        return one.refreshToken().value().equals(other.refreshToken().value());
    }
}

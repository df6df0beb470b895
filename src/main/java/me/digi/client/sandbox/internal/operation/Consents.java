package me.digi.client.sandbox.internal.operation;

import java.util.Map;
import me.digi.client.sandbox.internal.json.JsonView;
import me.digi.client.sandbox.internal.protocol.Call;
import me.digi.client.sandbox.internal.state.Consent;
import me.digi.client.sandbox.internal.state.User;
import org.jspecify.annotations.Nullable;

/** What asking a user for something has in common. */
final class Consents {
    private Consents() {}

    static Consent ask(Call call, Consent.Purpose purpose, @Nullable User user) {
        JsonView claims = call.claims();
        Consent.Terms terms = new Consent.Terms(
                claims.text("redirect_uri"),
                claims.optionalText("state"),
                claims.optionalText("code_challenge"),
                user,
                null,
                SessionScope.plan(
                        call.body().object("actions").object("pull"),
                        call.world().catalogue()));
        return call.world()
                .consents()
                .ask(
                        purpose,
                        call.contract(),
                        terms,
                        call.now().plus(call.world().lifetimes().session()));
    }

    /** The session as responses have it, with its expiry in milliseconds. */
    static Map<String, Object> session(Consent consent) {
        Consent.Session session = consent.session();
        return Map.of(
                "session",
                Map.of("key", session.key(), "expiry", session.expiresAt().toEpochMilli()));
    }
}

package me.digi.client.sandbox.internal.page;

import java.util.LinkedHashMap;
import java.util.Map;
import me.digi.client.sandbox.internal.state.Consent;
import me.digi.client.sandbox.internal.state.ReadSession;
import me.digi.client.sandbox.internal.state.User;
import me.digi.client.sandbox.internal.state.World;
import org.jspecify.annotations.Nullable;

/** The parameters of callbacks, and what goes with them. */
final class CallbackParameters {
    private CallbackParameters() {}

    static Map<String, String> of(Consent consent, boolean success) {
        Map<String, String> callback = new LinkedHashMap<>();
        callback.put("success", String.valueOf(success));
        String state = consent.terms().state();
        if (state != null) {
            callback.put("state", state);
        }
        return callback;
    }

    /** Starts the session of the consent, and reports success. */
    static Map<String, String> success(Consent consent, User user, World world) {
        Consent.Session session = consent.session();
        ReadSession started = new ReadSession(
                user, consent.contract(), session.expiresAt(), consent.terms().plan());
        world.sessions().put(session.key(), started);
        return of(consent, true);
    }

    /** As {@link #success}, with an authorization code. */
    static Map<String, String> code(Consent consent, User user, World world) {
        Map<String, String> callback = success(consent, user, world);
        callback.put("code", world.issueCode(consent, user));
        return callback;
    }

    static void addAccount(Map<String, String> callback, @Nullable Map<String, Object> account) {
        if (account != null) {
            callback.put("accountReference", String.valueOf(account.get("reference")));
        }
    }
}

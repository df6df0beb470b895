package me.digi.client.sandbox.internal.page;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import me.digi.client.sandbox.internal.state.Consent;
import me.digi.client.sandbox.internal.state.User;
import me.digi.client.sandbox.internal.state.World;
import org.jspecify.annotations.Nullable;

/** Parameters of callbacks that several pages share. */
final class Told {
    private Told() {}

    static Map<String, String> success(Consent consent, boolean success) {
        Map<String, String> told = new LinkedHashMap<>();
        told.put("success", String.valueOf(success));
        String state = consent.terms().state();
        if (state != null) {
            told.put("state", state);
        }
        return told;
    }

    /** With a code that can be exchanged, once, for tokens of that user. */
    static Map<String, String> code(Consent consent, User user, World world) {
        Map<String, String> told = success(consent, true);
        told.put(
                "code",
                world.codes()
                        .issue(consent, user, world.now().plus(world.lifetimes().code())));
        return told;
    }

    /** With the account that it was about, if there is one. */
    static void account(Map<String, String> told, @Nullable Map<String, Object> account) {
        if (account != null) {
            told.put("accountReference", String.valueOf(account.get("reference")));
        }
    }

    static @Nullable Map<String, Object> firstAccount(User user) {
        List<Map<String, Object>> accounts = user.library().accounts();
        return accounts.isEmpty() ? null : accounts.get(0);
    }

    /** The session whose key was given out along with the code can be used from here on. */
    static void openSession(Consent consent, User user, World world) {
        world.sessions()
                .open(
                        consent.session().key(),
                        user,
                        consent.contract(),
                        consent.session().expiresAt(),
                        consent.terms().plan());
    }
}

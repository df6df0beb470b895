package me.digi.client.sandbox.internal.page;

import java.util.Map;
import me.digi.client.sandbox.internal.json.JsonView;
import me.digi.client.sandbox.internal.state.Consent;
import me.digi.client.sandbox.internal.state.User;
import me.digi.client.sandbox.internal.state.World;

/** {@code onboard}: a known user adds an account. */
final class OnboardPage extends Page {
    OnboardPage() {
        super("onboard", Consent.Purpose.ACCOUNT, Parameters.ADDING_AN_ACCOUNT, AccountChoice.ONE);
    }

    @Override
    String request(Consent consent, JsonView values, World world) {
        return "to add an account to your library";
    }

    @Override
    Map<String, String> allow(Consent consent, JsonView values, Choice choice, World world) {
        User user = consent.knownUser();
        Map<String, String> callback = CallbackParameters.success(consent, user, world);
        CallbackParameters.addAccount(callback, Accounts.add(user, values, choice, world));
        return callback;
    }
}

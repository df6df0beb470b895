package me.digi.client.sandbox.internal.page;

import java.util.Map;
import me.digi.client.sandbox.internal.json.JsonView;
import me.digi.client.sandbox.internal.json.ObjectShape;
import me.digi.client.sandbox.internal.state.Consent;
import me.digi.client.sandbox.internal.state.User;
import me.digi.client.sandbox.internal.state.World;

/** {@code onboard}: a known user adds an account. */
final class OnboardPage implements Page {
    @Override
    public String name() {
        return "onboard";
    }

    @Override
    public ObjectShape parameters() {
        return Parameters.ADDING_AN_ACCOUNT;
    }

    @Override
    public Consent.Purpose purpose() {
        return Consent.Purpose.ACCOUNT;
    }

    @Override
    public String request(Consent consent, JsonView parameters, World world) {
        return "to add an account to your library";
    }

    @Override
    public AccountChoice accountChoice() {
        return AccountChoice.ONE;
    }

    @Override
    public Map<String, String> allow(Consent consent, JsonView parameters, Chosen chosen, World world) {
        User user = consent.knownUser();
        Told.openSession(consent, user, world);
        Map<String, String> told = Told.success(consent, true);
        Told.account(told, NewAccount.add(user, parameters, chosen, world));
        return told;
    }
}

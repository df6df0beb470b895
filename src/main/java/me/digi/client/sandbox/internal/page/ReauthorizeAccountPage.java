package me.digi.client.sandbox.internal.page;

import java.util.Map;
import me.digi.client.sandbox.internal.json.JsonView;
import me.digi.client.sandbox.internal.json.ObjectShape;
import me.digi.client.sandbox.internal.json.Shape;
import me.digi.client.sandbox.internal.protocol.Rule;
import me.digi.client.sandbox.internal.state.Consent;
import me.digi.client.sandbox.internal.state.References;
import me.digi.client.sandbox.internal.state.User;
import me.digi.client.sandbox.internal.state.World;

/** {@code reauthorize}: a known user authorizes an account again. It has no {@code state}. */
final class ReauthorizeAccountPage implements Page {
    @Override
    public String name() {
        return "reauthorize";
    }

    @Override
    public ObjectShape parameters() {
        return ObjectShape.object()
                .required("code", Shape.text())
                .required("accountRef", Shape.text())
                .optional("lng", Parameters.LOCALE);
    }

    @Override
    public Consent.Purpose purpose() {
        return Consent.Purpose.ACCOUNT;
    }

    @Override
    public void check(JsonView parameters, Consent consent, World world) {
        if (consent.terms().state() != null) {
            throw new PageException(
                    Rule.PAGE_ADDRESS, "reauthorize.code is not a code for this page: it goes with a state");
        }
        References.Reference reference = world.references().byId(parameters.text("accountRef"));
        if (reference == null
                || !reference.type().equals("accountId")
                || !reference.contract().equals(consent.contract())
                || consent.knownUser().library().account(reference.value()) == null) {
            throw new PageException(
                    Rule.PAGE_ADDRESS,
                    "accountRef is not a reference to an account of the user, made with this contract");
        }
    }

    @Override
    public String request(Consent consent, JsonView parameters, World world) {
        References.Reference reference = world.references().byId(parameters.text("accountRef"));
        String account = reference == null ? "" : reference.value();
        return "to fetch data from " + Accounts.name(consent.knownUser(), account) + " again";
    }

    @Override
    public Map<String, String> allow(Consent consent, JsonView parameters, Chosen chosen, World world) {
        User user = consent.knownUser();
        Told.openSession(consent, user, world);
        Map<String, String> told = Told.success(consent, true);
        References.Reference reference = world.references().byId(parameters.text("accountRef"));
        if (reference != null) {
            user.library().authorize(reference.value(), true);
            Told.account(told, user.library().account(reference.value()));
        }
        return told;
    }
}

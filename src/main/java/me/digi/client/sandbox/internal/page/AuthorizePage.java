package me.digi.client.sandbox.internal.page;

import java.util.Map;
import me.digi.client.sandbox.internal.json.JsonView;
import me.digi.client.sandbox.internal.json.ObjectShape;
import me.digi.client.sandbox.internal.json.Shape;
import me.digi.client.sandbox.internal.state.Consent;
import me.digi.client.sandbox.internal.state.References;
import me.digi.client.sandbox.internal.state.User;
import me.digi.client.sandbox.internal.state.World;

/** {@code authorize}: the person lets the contract have data. */
final class AuthorizePage implements Page {
    @Override
    public String name() {
        return "authorize";
    }

    @Override
    public ObjectShape parameters() {
        return ObjectShape.object()
                .required("code", Shape.text())
                .optional("sourceType", Shape.oneOf("pull", "push"))
                .optional("service", Parameters.NUMBER)
                .optional("sampleDataSet", Shape.text())
                .optional("sampleDataAutoOnboard", Parameters.BOOL)
                .optional("lng", Parameters.LOCALE)
                .optional("includeSampleDataOnlySources", Parameters.BOOL)
                .optional("storageRef", Shape.text())
                .optional("triggerQuery", Parameters.BOOL)
                .optional("sourcesScope", Parameters.SOURCES_SCOPE);
    }

    @Override
    public Consent.Purpose purpose() {
        return Consent.Purpose.AUTHORIZE;
    }

    @Override
    public void check(JsonView parameters, Consent consent, World world) {
        String storageRef = parameters.optionalText("storageRef");
        if (storageRef == null) {
            return;
        }
        References.Reference reference = world.references().byId(storageRef);
        if (reference == null
                || !reference.type().equals("cloudId")
                || !reference.contract().equals(consent.contract())) {
            throw new PageException("storageRef is not a reference to a storage, made with this contract");
        }
    }

    @Override
    public String question() {
        return "to have data from your library";
    }

    @Override
    public Map<String, String> allow(Consent consent, JsonView parameters, World world) {
        User known = consent.terms().user();
        User user = known == null ? world.users().create(world.now()) : known;
        Told.openSession(consent, user, world);
        Map<String, String> told = Told.code(consent, user, world);
        Told.account(told, Told.firstAccount(user));
        return told;
    }
}

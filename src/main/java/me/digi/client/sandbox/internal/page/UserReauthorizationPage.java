package me.digi.client.sandbox.internal.page;

import java.util.Map;
import me.digi.client.sandbox.internal.json.JsonView;
import me.digi.client.sandbox.internal.json.ObjectShape;
import me.digi.client.sandbox.internal.json.Shape;
import me.digi.client.sandbox.internal.state.Consent;
import me.digi.client.sandbox.internal.state.User;
import me.digi.client.sandbox.internal.state.World;

/** {@code user-reauth}: a known user renews the consent to a contract. */
final class UserReauthorizationPage implements Page {
    @Override
    public String name() {
        return "user-reauth";
    }

    @Override
    public ObjectShape parameters() {
        return ObjectShape.object()
                .required("code", Shape.text())
                .optional("lng", Parameters.LOCALE)
                .optional("triggerQuery", Parameters.BOOL);
    }

    @Override
    public Consent.Purpose purpose() {
        return Consent.Purpose.REAUTHORIZE_USER;
    }

    @Override
    public String request(Consent consent, JsonView parameters, World world) {
        return "to keep its access to your library";
    }

    @Override
    public Map<String, String> allow(Consent consent, JsonView parameters, Chosen chosen, World world) {
        User user = consent.knownUser();
        Told.openSession(consent, user, world);
        return Told.code(consent, user, world);
    }
}

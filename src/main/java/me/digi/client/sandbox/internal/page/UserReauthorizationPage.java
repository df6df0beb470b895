package me.digi.client.sandbox.internal.page;

import java.util.Map;
import me.digi.client.sandbox.internal.json.JsonView;
import me.digi.client.sandbox.internal.json.ObjectShape;
import me.digi.client.sandbox.internal.json.Shape;
import me.digi.client.sandbox.internal.state.Consent;
import me.digi.client.sandbox.internal.state.World;

/** {@code user-reauth}: a known user renews the consent to a contract. */
final class UserReauthorizationPage extends Page {
    UserReauthorizationPage() {
        super(
                "user-reauth",
                Consent.Purpose.REAUTHORIZE_USER,
                ObjectShape.object()
                        .required("code", Shape.text())
                        .optional("lng", Parameters.LOCALE)
                        .optional("triggerQuery", Parameters.BOOL),
                AccountChoice.NONE);
    }

    @Override
    String request(Consent consent, JsonView values, World world) {
        return "to keep its access to your library";
    }

    @Override
    Map<String, String> allow(Consent consent, JsonView values, Choice choice, World world) {
        return CallbackParameters.code(consent, consent.knownUser(), world);
    }
}

package me.digi.client.sandbox.internal.page;

import me.digi.client.sandbox.internal.json.ObjectShape;
import me.digi.client.sandbox.internal.json.Shape;
import me.digi.client.sandbox.internal.state.Consent;

/** {@code user-reauth}: a person who is known lets the contract go on. */
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
    public String question() {
        return "to go on having data from your library";
    }
}

package me.digi.client.sandbox.internal.page;

import java.util.Map;
import me.digi.client.sandbox.internal.json.JsonView;
import me.digi.client.sandbox.internal.json.ObjectShape;
import me.digi.client.sandbox.internal.state.Consent;
import me.digi.client.sandbox.internal.state.World;

/** A page. Its methods are called within the lock of the world. */
abstract class Page {
    /** The path under the onboard URL. */
    final String name;

    final Consent.Purpose purpose;
    /** The parameters of the URL, decoded. */
    final ObjectShape parameters;

    final AccountChoice accountChoice;

    Page(String name, Consent.Purpose purpose, ObjectShape parameters, AccountChoice accountChoice) {
        this.name = name;
        this.purpose = purpose;
        this.parameters = parameters;
        this.accountChoice = accountChoice;
    }

    /**
     * Checks what the shape of the parameters cannot express.
     *
     * @throws PageException if the URL is invalid
     */
    void check(JsonView values, Consent consent, World world) {}

    /** What the page asks for, after "… asks". */
    abstract String request(Consent consent, JsonView values, World world);

    /** Carries out the consent, and returns the parameters of the callback. */
    abstract Map<String, String> allow(Consent consent, JsonView values, Choice choice, World world);

    /** Returns the parameters of the callback if the user declined, or if something failed. */
    Map<String, String> refuse(Consent consent, String errorCode) {
        Map<String, String> callback = CallbackParameters.of(consent, false);
        callback.put("errorCode", errorCode);
        return callback;
    }
}

package me.digi.client.sandbox.internal.page;

import java.util.Map;
import me.digi.client.sandbox.internal.json.JsonView;
import me.digi.client.sandbox.internal.json.ObjectShape;
import me.digi.client.sandbox.internal.state.Consent;
import me.digi.client.sandbox.internal.state.World;

/** A page: its name, what its address may carry, and what it is for. */
interface Page {
    /** The path under the onboard URL. */
    String name();

    /** The parameters of its address, decoded. */
    ObjectShape parameters();

    Consent.Purpose purpose();

    /**
     * Checks what the shape of the parameters cannot say, in the lock of the world.
     *
     * @throws PageException if the address is not good
     */
    default void check(JsonView parameters, Consent consent, World world) {}

    /** What the page asks for, after "… asks". In the lock of the world. */
    String request(Consent consent, JsonView parameters, World world);

    /** How the accounts are chosen on the page. */
    default AccountChoice accountChoice() {
        return AccountChoice.NONE;
    }

    /** The user agreed: carries that out, and returns the parameters of the callback. In the lock of the world. */
    Map<String, String> allow(Consent consent, JsonView parameters, Chosen chosen, World world);

    /** The parameters of the callback if the user did not agree, or something failed. */
    default Map<String, String> refuse(Consent consent, String errorCode) {
        Map<String, String> told = Told.success(consent, false);
        told.put("errorCode", errorCode);
        return told;
    }
}

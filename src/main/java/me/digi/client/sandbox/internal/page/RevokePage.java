package me.digi.client.sandbox.internal.page;

import java.util.LinkedHashMap;
import java.util.Map;
import me.digi.client.sandbox.internal.json.JsonView;
import me.digi.client.sandbox.internal.json.ObjectShape;
import me.digi.client.sandbox.internal.json.Shape;
import me.digi.client.sandbox.internal.state.Consent;
import me.digi.client.sandbox.internal.state.World;

/** {@code revoke}: a user withdraws the authorization of an account. Its callback has parameters of its own. */
final class RevokePage implements Page {
    @Override
    public String name() {
        return "revoke";
    }

    @Override
    public ObjectShape parameters() {
        return ObjectShape.object().required("code", Shape.text());
    }

    @Override
    public Consent.Purpose purpose() {
        return Consent.Purpose.REVOKE_ACCOUNT;
    }

    @Override
    public String request(Consent consent, JsonView parameters, World world) {
        return "to stop fetching data from " + Accounts.name(consent.knownUser(), consent.subject());
    }

    @Override
    public Map<String, String> allow(Consent consent, JsonView parameters, Chosen chosen, World world) {
        consent.knownUser().library().authorize(consent.subject(), false);
        return Map.of("result", "success");
    }

    @Override
    public Map<String, String> refuse(Consent consent, String errorCode) {
        Map<String, String> told = new LinkedHashMap<>();
        told.put("result", "failed");
        told.put("error_message", errorCode);
        return told;
    }
}

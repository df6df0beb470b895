package me.digi.client.sandbox.internal.page;

import java.util.LinkedHashMap;
import java.util.Map;
import me.digi.client.sandbox.internal.json.JsonView;
import me.digi.client.sandbox.internal.json.ObjectShape;
import me.digi.client.sandbox.internal.json.Shape;
import me.digi.client.sandbox.internal.state.Consent;
import me.digi.client.sandbox.internal.state.World;

/** {@code revoke}: a user revokes digi.me's access to an account. Its callback has other parameters. */
final class RevokePage extends Page {
    RevokePage() {
        super(
                "revoke",
                Consent.Purpose.REVOKE_ACCOUNT,
                ObjectShape.object().required("code", Shape.text()),
                AccountChoice.NONE);
    }

    @Override
    String request(Consent consent, JsonView values, World world) {
        return "to stop fetching data from " + Accounts.name(consent.knownUser(), consent.subject());
    }

    @Override
    Map<String, String> allow(Consent consent, JsonView values, Choice choice, World world) {
        consent.knownUser().library().authorize(consent.subject(), false);
        return Map.of("result", "success");
    }

    @Override
    Map<String, String> refuse(Consent consent, String errorCode) {
        Map<String, String> callback = new LinkedHashMap<>();
        callback.put("result", "failed");
        callback.put("error_message", errorCode);
        return callback;
    }
}

package me.digi.client.sandbox.internal.page;

import java.util.Map;
import me.digi.client.sandbox.internal.json.JsonView;
import me.digi.client.sandbox.internal.json.ObjectShape;
import me.digi.client.sandbox.internal.json.Shape;
import me.digi.client.sandbox.internal.protocol.Rule;
import me.digi.client.sandbox.internal.state.Consent;
import me.digi.client.sandbox.internal.state.User;
import me.digi.client.sandbox.internal.state.World;
import org.jspecify.annotations.Nullable;

/** {@code reauthorize}: a known user authorizes an account again. It has no {@code state}. */
final class ReauthorizeAccountPage extends Page {
    ReauthorizeAccountPage() {
        super(
                "reauthorize",
                Consent.Purpose.ACCOUNT,
                ObjectShape.object()
                        .required("code", Shape.text())
                        .required("accountRef", Shape.text())
                        .optional("lng", Parameters.LOCALE),
                AccountChoice.NONE);
    }

    @Override
    void check(JsonView values, Consent consent, World world) {
        if (consent.terms().state() != null) {
            throw new PageException(
                    Rule.PAGE_ADDRESS, "reauthorize.code is not a code for this page: it was created with a state");
        }
        String accountId = accountId(values, consent, world);
        if (accountId == null || consent.knownUser().library().account(accountId) == null) {
            throw new PageException(
                    Rule.PAGE_ADDRESS, "accountRef is not a reference of this contract to an account of the user");
        }
    }

    @Override
    String request(Consent consent, JsonView values, World world) {
        String name = Accounts.name(consent.knownUser(), String.valueOf(accountId(values, consent, world)));
        return "to fetch data from " + name + " again";
    }

    @Override
    Map<String, String> allow(Consent consent, JsonView values, Choice choice, World world) {
        User user = consent.knownUser();
        Map<String, String> callback = CallbackParameters.success(consent, user, world);
        String accountId = accountId(values, consent, world);
        if (accountId != null) {
            user.library().authorize(accountId, true);
            CallbackParameters.addAccount(callback, user.library().account(accountId));
        }
        return callback;
    }

    private static @Nullable String accountId(JsonView values, Consent consent, World world) {
        return Parameters.resolve(values, "accountRef", "accountId", consent, world);
    }
}

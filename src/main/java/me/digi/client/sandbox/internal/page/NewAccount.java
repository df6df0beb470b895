package me.digi.client.sandbox.internal.page;

import java.util.Map;
import me.digi.client.sandbox.internal.json.JsonView;
import me.digi.client.sandbox.internal.state.User;
import me.digi.client.sandbox.internal.state.World;

/** Adds an account: at the source in the URL, or at one that the user chose. */
final class NewAccount {
    static final long DEFAULT = 421;

    private NewAccount() {}

    static Map<String, Object> add(User user, JsonView parameters, Choice choice, World world) {
        String service = parameters.optionalText("service");
        long sourceId = service == null ? choice.sourceOr(DEFAULT) : Long.parseLong(service);
        Map<String, Object> account = world.account(sourceId, parameters.has("sampleDataSet") || choice.sample());
        user.library().add(account);
        return account;
    }
}

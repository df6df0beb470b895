package me.digi.client.sandbox.internal.page;

import java.util.Map;
import me.digi.client.sandbox.internal.json.JsonView;
import me.digi.client.sandbox.internal.state.User;
import me.digi.client.sandbox.internal.state.World;

/** The account that a user adds: at the source that the address names, or at one of their choice. */
final class NewAccount {
    static final long DEFAULT = 421;

    private NewAccount() {}

    static Map<String, Object> add(User user, JsonView parameters, Chosen chosen, World world) {
        String service = parameters.optionalText("service");
        long sourceId = service == null ? chosen.sourceOr(DEFAULT) : Long.parseLong(service);
        Map<String, Object> account = world.account(sourceId, parameters.has("sampleDataSet") || chosen.sample());
        user.library().add(account);
        return account;
    }
}

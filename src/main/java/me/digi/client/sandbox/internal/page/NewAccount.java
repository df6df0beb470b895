package me.digi.client.sandbox.internal.page;

import java.util.Map;
import me.digi.client.sandbox.internal.json.JsonView;
import me.digi.client.sandbox.internal.state.User;
import me.digi.client.sandbox.internal.state.World;

/** The account that a user adds: at the source that the address names, or at one of their choice. */
final class NewAccount {
    private static final long CHOSEN = 421;

    private NewAccount() {}

    static Map<String, Object> add(User user, JsonView parameters, World world) {
        String service = parameters.optionalText("service");
        long sourceId = service == null ? CHOSEN : Long.parseLong(service);
        Map<String, Object> account = world.account(sourceId, parameters.has("sampleDataSet"));
        user.library().add(account);
        return account;
    }
}

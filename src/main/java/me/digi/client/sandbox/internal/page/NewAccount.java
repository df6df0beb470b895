package me.digi.client.sandbox.internal.page;

import java.util.Map;
import me.digi.client.sandbox.internal.json.JsonView;
import me.digi.client.sandbox.internal.state.SampleAccounts;
import me.digi.client.sandbox.internal.state.User;
import me.digi.client.sandbox.internal.state.World;

/** The account that somebody adds: of the source that the address names, or of the one that they choose. */
final class NewAccount {
    private static final long CHOSEN = 421;

    private NewAccount() {}

    static Map<String, Object> add(User user, JsonView parameters, World world) {
        String service = parameters.optionalText("service");
        long sourceId = service == null ? CHOSEN : Long.parseLong(service);
        JsonView source = world.catalogue().source(sourceId);
        Map<String, Object> account = SampleAccounts.ofSource(
                world.random(),
                world.now(),
                sourceId,
                source == null ? "Source " + sourceId : source.text("name"),
                parameters.has("sampleDataSet"));
        user.library().add(account);
        return account;
    }
}

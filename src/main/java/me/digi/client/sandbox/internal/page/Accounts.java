package me.digi.client.sandbox.internal.page;

import java.util.Map;
import me.digi.client.sandbox.internal.json.JsonView;
import me.digi.client.sandbox.internal.state.User;
import me.digi.client.sandbox.internal.state.World;

/** Accounts on pages. */
final class Accounts {
    /** The source of a new account if none is chosen. */
    static final long DEFAULT_SOURCE = 421;

    private Accounts() {}

    /** Adds an account: at the source in the URL, or at one that the user chose. */
    static Map<String, Object> add(User user, JsonView parameters, Choice choice, World world) {
        String service = parameters.optionalText("service");
        long sourceId = service == null ? choice.sourceOr(DEFAULT_SOURCE) : Long.parseLong(service);
        Map<String, Object> account = world.account(sourceId, parameters.has("sampleDataSet") || choice.sample());
        user.library().add(account);
        return account;
    }

    /** Returns the name of an account, which the user may have removed. */
    static String name(User user, String accountId) {
        Map<String, Object> account = user.library().account(accountId);
        return account == null ? "an account" : name(account);
    }

    static String name(Map<String, Object> account) {
        Object provider = account.get("serviceProviderName");
        return String.valueOf(provider == null ? account.get("serviceTypeName") : provider);
    }
}

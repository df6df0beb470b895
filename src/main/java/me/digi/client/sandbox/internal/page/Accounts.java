package me.digi.client.sandbox.internal.page;

import java.util.Map;
import me.digi.client.sandbox.internal.state.User;

/** Accounts by the names that users know. */
final class Accounts {
    private Accounts() {}

    /** The name of an account of that id, which the user may have removed. */
    static String name(User user, String accountId) {
        Map<String, Object> account = user.library().account(accountId);
        return account == null ? "an account" : name(account);
    }

    static String name(Map<String, Object> account) {
        Object provider = account.get("serviceProviderName");
        return String.valueOf(provider == null ? account.get("serviceTypeName") : provider);
    }
}

package me.digi.client.sandbox.internal.page;

import java.util.Map;
import me.digi.client.sandbox.internal.state.User;

/** The names of accounts. */
final class Accounts {
    private Accounts() {}

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

package me.digi.client.sandbox;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import me.digi.client.store.GrantKey;
import me.digi.client.store.StoredGrant;

/** User keys that a careless store confuses, truncates, or takes for paths or patterns. */
final class DifficultKeys {
    private static final String LONG = "x".repeat(254);

    private static final List<String> USERS = List.of(
            "user",
            "User",
            "USER",
            "user ",
            " user",
            "user.",
            "us_r",
            "us%r",
            "u/ser",
            "u_ser",
            "u\\ser",
            "u:ser",
            "..",
            ".",
            "../user",
            "/etc/passwd",
            "C:\\user",
            "NUL",
            "user'--",
            "\"user\"",
            "user\u200b",
            "stra\u00dfe",
            "strasse",
            "\u00e9",
            "e\u0301",
            "\u65e5\u672c\u8a9e",
            "\ud83d\ude00",
            "\ud83d\ude01",
            LONG + "1",
            LONG + "2");

    private DifficultKeys() {}

    static List<GrantKey> grants(TokenStoreCheck check) {
        List<GrantKey> grants = new ArrayList<>();
        USERS.forEach(user -> grants.add(check.grant(user)));
        grants.add(check.grantOfOtherContract("a", "user"));
        grants.add(check.grantOfOtherContract("a", "bc"));
        grants.add(check.grantOfOtherContract("ab", "c"));
        return grants;
    }

    static void check(TokenStoreCheck check) {
        List<GrantKey> grants = grants(check);
        Map<GrantKey, StoredGrant> records = new LinkedHashMap<>();
        for (GrantKey grant : grants) {
            StoredGrant record = new StoredGrant(records.size() + 1, "{\"number\":" + records.size() + "}");
            check.mustWrite(grant, 0, record);
            records.put(grant, record);
        }
        records.forEach(check::mustHold);

        GrantKey deleted = grants.get(0);
        check.store.delete(deleted);
        records.remove(deleted);
        records.forEach(check::mustHold);
    }
}

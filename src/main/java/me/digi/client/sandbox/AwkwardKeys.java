package me.digi.client.sandbox;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import me.digi.client.store.GrantKey;
import me.digi.client.store.StoredGrant;

/** User names that a careless store mixes up, truncates, or takes for a path or a pattern. */
final class AwkwardKeys {
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

    private AwkwardKeys() {}

    static List<GrantKey> grants(TokenStoreTrial trial) {
        List<GrantKey> grants = new ArrayList<>();
        USERS.forEach(user -> grants.add(trial.grant(user)));
        grants.add(trial.grantOfOtherContract("a", "user"));
        grants.add(trial.grantOfOtherContract("a", "bc"));
        grants.add(trial.grantOfOtherContract("ab", "c"));
        return grants;
    }

    static void check(TokenStoreTrial trial) {
        List<GrantKey> grants = grants(trial);
        Map<GrantKey, StoredGrant> records = new LinkedHashMap<>();
        for (GrantKey grant : grants) {
            StoredGrant record = new StoredGrant(records.size() + 1, "{\"number\":" + records.size() + "}");
            trial.mustWrite(grant, 0, record);
            records.put(grant, record);
        }
        records.forEach(trial::mustHold);

        GrantKey deleted = grants.get(0);
        trial.store.delete(deleted);
        records.remove(deleted);
        records.forEach(trial::mustHold);
    }
}

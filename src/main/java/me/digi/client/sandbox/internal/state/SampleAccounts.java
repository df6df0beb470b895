package me.digi.client.sandbox.internal.state;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import me.digi.client.sandbox.internal.io.Resources;
import me.digi.client.sandbox.internal.json.Json;
import me.digi.client.sandbox.internal.json.JsonView;

/**
 * The accounts of a new user: a bank, a hospital that uses FHIR, and a social network with only the required members.
 */
final class SampleAccounts {
    private static final JsonView SAMPLES = new JsonView(Json.parseObject(Resources.readText("sample/accounts.json")));

    private SampleAccounts() {}

    static List<Map<String, Object>> of(RandomText random, Instant now) {
        List<Map<String, Object>> accounts = new ArrayList<>();
        for (JsonView sample : SAMPLES.objects("accounts")) {
            Map<String, Object> account = account(random, sample.text("type"), now);
            account.putAll(sample.withoutNulls());
            accounts.add(account);
        }
        long expiresAt = now.plus(Duration.ofDays(60)).toEpochMilli();
        accounts.get(0).put("accessTokenStatus", Map.of("authorized", true, "expiresAt", expiresAt));
        return accounts;
    }

    /** Creates an account at any source. */
    static Map<String, Object> ofSource(RandomText random, Instant now, long sourceId, String name, boolean sample) {
        Map<String, Object> account = account(random, "USER", now);
        account.put("serviceGroupId", 2L);
        account.put("serviceGroupName", "Medical");
        account.put("serviceTypeId", sourceId);
        account.put("serviceTypeName", name);
        account.put("serviceTypeReference", "source-" + sourceId);
        account.put("sourceId", sourceId);
        account.put("username", "Robin Sample");
        account.put("sample", sample);
        account.put("accessTokenStatus", Map.of("authorized", true));
        return account;
    }

    private static Map<String, Object> account(RandomText random, String type, Instant now) {
        Map<String, Object> account = new LinkedHashMap<>();
        account.put("id", "account-" + random.next(9));
        account.put("reference", random.next(12));
        account.put("type", type);
        account.put("createdDate", now.minus(Duration.ofDays(3)).toEpochMilli());
        account.put("updatedDate", now.toEpochMilli());
        return account;
    }
}

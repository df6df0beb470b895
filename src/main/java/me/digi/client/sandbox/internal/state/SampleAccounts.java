package me.digi.client.sandbox.internal.state;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Accounts as a library has them: a bank, a hospital that speaks FHIR, and a social network. */
public final class SampleAccounts {
    private SampleAccounts() {}

    static List<Map<String, Object>> of(RandomText random, Instant now) {
        return List.of(bank(random, now), hospital(random, now), social(random, now));
    }

    private static Map<String, Object> bank(RandomText random, Instant now) {
        Map<String, Object> account = account(random, "BANK", now);
        account.put("serviceGroupId", 3L);
        account.put("serviceGroupName", "Finance");
        account.put("serviceTypeId", 68L);
        account.put("serviceTypeName", "Fennel Bank");
        account.put("serviceTypeReference", "fennel-bank");
        account.put("sourceId", 142L);
        account.put("serviceProviderId", 2104L);
        account.put("serviceProviderName", "Fennel Bank Current Accounts");
        account.put("serviceProviderReference", "fennel-bank-current");
        account.put("username", "Current account ****4821");
        account.put("providerFavIcon", "https://sandbox.example/icons/fennel-bank.ico");
        account.put("providerLogo", "https://sandbox.example/logos/fennel-bank.png");
        account.put("sample", false);
        account.put(
                "accessTokenStatus",
                Map.of(
                        "authorized",
                        true,
                        "expiresAt",
                        now.plus(Duration.ofDays(60)).toEpochMilli()));
        return account;
    }

    private static Map<String, Object> hospital(RandomText random, Instant now) {
        Map<String, Object> account = account(random, "USER", now);
        account.put("serviceGroupId", 2L);
        account.put("serviceGroupName", "Medical");
        account.put("serviceTypeId", 34L);
        account.put("serviceTypeName", "Linden Hospital (FHIR)");
        account.put("serviceTypeReference", "linden-hospital");
        account.put("sourceId", 420L);
        account.put("serviceProviderId", 3310L);
        account.put("serviceProviderName", "Linden Hospital");
        account.put("serviceProviderReference", "linden-hospital-patients");
        account.put("username", "Robin Sample");
        account.put("sample", true);
        account.put("accessTokenStatus", Map.of("authorized", false));
        return account;
    }

    /** An account with the required fields alone. */
    private static Map<String, Object> social(RandomText random, Instant now) {
        Map<String, Object> account = account(random, "USER", now);
        account.put("serviceGroupId", 1L);
        account.put("serviceGroupName", "Social");
        account.put("serviceTypeId", 17L);
        account.put("serviceTypeName", "Chatterbox");
        account.put("serviceTypeReference", "chatterbox");
        account.put("sourceId", 17L);
        return account;
    }

    /** An account at that source, whatever it is. */
    public static Map<String, Object> ofSource(
            RandomText random, Instant now, long sourceId, String name, boolean sample) {
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

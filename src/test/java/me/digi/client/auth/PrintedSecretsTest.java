package me.digi.client.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import me.digi.client.read.Session;
import org.junit.jupiter.api.Test;

/** Marked secrets in every type that can hold one: none may be printed, even within another type. */
class PrintedSecretsTest {
    private static final Instant LATER = Instant.ofEpochSecond(1_700_000_000);
    private static final Token TOKEN = Token.of("marked-access", LATER);
    private static final UserAccessToken USER_TOKEN = UserAccessToken.builder()
            .accessToken(TOKEN)
            .refreshToken(Token.of("marked-refresh", LATER))
            .build();
    private static final Session SESSION = Session.of("marked-session-key", LATER);
    private static final PendingConsent PENDING = Consents.of("AUTHORIZE");

    @Test
    void noValuePrintsItsSecrets() {
        List<Object> values = List.of(
                TOKEN,
                USER_TOKEN,
                SESSION,
                PENDING,
                PENDING.read("success=true&code=marked-code&state=" + Consents.STATE),
                new AuthorizationCode("marked-code", "marked-verifier"),
                new RefreshResult.Refreshed(USER_TOKEN));
        assertThat(values).allSatisfy(value -> assertThat(value.toString()).doesNotContain("marked-"));
    }

    @Test
    void noBuilderPrintsItsSecrets() {
        Object builder = UserAccessToken.builder().from(USER_TOKEN);
        assertThat(builder.toString()).doesNotContain("marked-");
    }

    @Test
    void noContractPrintsItsKey() {
        ContractDetails contract = ContractDetails.builder()
                .contractId("contract")
                .privateKey(KeyFixtures.pkcs1Pem())
                .build();
        KeyFixtures.assertShowsNoPartOfTheKey(contract.toString());
    }
}

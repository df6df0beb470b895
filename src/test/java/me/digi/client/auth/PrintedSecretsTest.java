package me.digi.client.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import me.digi.client.read.Session;
import org.junit.jupiter.api.Test;

/** Marked secrets in every type that can hold one: none of them may print, also within another. */
class PrintedSecretsTest {
    private static final Instant LATER = Instant.ofEpochSecond(1_700_000_000);
    private static final Token TOKEN = Token.of("marked-access", LATER);
    private static final UserAccessToken USER_TOKEN = UserAccessToken.builder()
            .accessToken(TOKEN)
            .refreshToken(Token.of("marked-refresh", LATER))
            .build();
    private static final Session SESSION = Session.of("marked-session-key", LATER);
    private static final AuthorizationUrl LINK = AuthorizationUrl.builder()
            .url(URI.create("https://api.digi.me/apps/saas/authorize?code=marked-preauthorization-code"))
            .codeVerifier("marked-verifier")
            .session(SESSION)
            .build();

    @Test
    void noValuePrintsItsSecrets() {
        List<Object> values = List.of(
                TOKEN,
                USER_TOKEN,
                SESSION,
                LINK,
                new RefreshResult.Refreshed(USER_TOKEN),
                new AuthorizationResult.Authorized("marked-code", "reference"));
        assertThat(values).allSatisfy(value -> assertThat(value.toString()).doesNotContain("marked-"));
    }

    @Test
    void noBuilderPrintsItsSecrets() {
        List<Object> builders = List.of(
                Token.builder().value("marked-access"),
                UserAccessToken.builder().from(USER_TOKEN),
                Session.builder().key("marked-session-key"),
                AuthorizationUrl.builder().from(LINK));
        assertThat(builders)
                .allSatisfy(builder -> assertThat(builder.toString()).doesNotContain("marked-"));
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

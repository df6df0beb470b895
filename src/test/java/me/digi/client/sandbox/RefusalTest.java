package me.digi.client.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.Objects;
import java.util.stream.Stream;
import me.digi.client.sandbox.SandboxCaller.Reply;
import me.digi.client.sandbox.SandboxCaller.Tokens;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** A refusal names its rule, and a rule can be loosened by that name. */
class RefusalTest {
    @AutoClose
    private final Sandbox sandbox = Sandbox.start();

    private final SandboxCaller caller = new SandboxCaller(sandbox);

    @Test
    void aRefusalSaysWhatWasExpectedAndWhatWasSent() {
        caller.accounts("unknown-token-of-somebody-else");
        Refusal refusal = refusal(Operation.LIST_ACCOUNTS);
        assertThat(refusal.rule()).isEqualTo("access-token");
        assertThat(refusal.expected()).contains("issued for a user under this contract");
        assertThat(refusal.came())
                .contains("unknown", "30 characters")
                .doesNotContain("unknown-token-of-somebody-else");
        assertThat(refusal.officialSdk()).contains("accessToken.value");
    }

    @Test
    void aValueOfTheWrongShapeIsNamed() {
        caller.post("reference", caller.jwt().claim("nonce", "short"), "{}");
        assertThat(refusal(Operation.CREATE_REFERENCE).rule()).isEqualTo("claims");
        assertThat(refusal(Operation.CREATE_REFERENCE).expected())
                .isEqualTo("claims.nonce must be 32 characters of a-z, A-Z and 0-9");
        assertThat(refusal(Operation.CREATE_REFERENCE).came()).isEqualTo("claims.nonce was a string of 5");
    }

    @Test
    void theRulesOfAnAcceptedRequestAreKept() {
        caller.consent();
        assertThat(sandbox.requests().all()).allSatisfy(request -> {
            assertThat(request.refusal()).isNull();
            assertThat(request.loosened()).isEmpty();
        });
    }

    @Test
    void aResponseToARequestThatBreaksALoosenedRuleNamesTheRule() {
        RequestJwt jwt = caller.jwt();
        assertThat(reference(jwt).headers().firstValue("X-Sandbox-Loosened")).isEmpty();
        sandbox.loosen("nonce-once");
        Reply again = reference(jwt);
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.headers().firstValue("X-Sandbox-Loosened")).contains("nonce-once");
        assertThat(sandbox.requests().last(Operation.CREATE_REFERENCE).loosened())
                .containsExactly("nonce-once");
        sandbox.tighten("nonce-once");
        assertThat(reference(jwt).status()).isEqualTo(406);
    }

    @Test
    void otherRulesStayStrictAndTheResponseNamesLoosenedOnes() {
        sandbox.loosen("timestamp");
        RequestJwt stray = caller.jwt().claim("timestamp", 1).claim("extra", true);
        Reply reply = reference(stray);
        assertThat(reply.status()).isEqualTo(400);
        assertThat(refusal(Operation.CREATE_REFERENCE).rule()).isEqualTo("claim-names");
        sandbox.loosen("claim-names");
        assertThat(reference(stray).headers().firstValue("X-Sandbox-Loosened")).contains("claim-names, timestamp");
    }

    @Test
    void nestedNamesCanBeLoosenedWhileValuesAreStillChecked() {
        sandbox.loosen("body-names");
        String agent = "{\"agent\":{\"sdk\":{\"name\":\"nodejs\",\"version\":\"1.2.3\",\"more\":1}},\"other\":[]}";
        assertThat(caller.post("oauth/authorize", caller.authorizeJwt(SandboxCaller.verifier()), agent)
                        .status())
                .isEqualTo(201);
        String wrong = "{\"agent\":{\"sdk\":{\"name\":\"nodejs\",\"version\":7,\"more\":1}}}";
        assertThat(caller.post("oauth/authorize", caller.authorizeJwt(SandboxCaller.verifier()), wrong)
                        .status())
                .isEqualTo(400);
    }

    @Test
    void oldTokensCanBeUsedIfTheirRulesAreLoosened() {
        Tokens tokens = caller.consent();
        sandbox.clock().advance(Duration.ofDays(2));
        assertThat(caller.accounts(tokens.access()).status()).isEqualTo(401);
        assertThat(refusal(Operation.LIST_ACCOUNTS).rule()).isEqualTo("access-token-expiry");
        sandbox.loosen("access-token-expiry");
        assertThat(caller.accounts(tokens.access()).status()).isEqualTo(200);
        caller.refresh(tokens);
        assertThat(caller.refresh(tokens).status()).isEqualTo(401);
        assertThat(refusal(Operation.REFRESH_TOKEN).rule()).isEqualTo("refresh-token-live");
        sandbox.loosen("refresh-token-live");
        assertThat(caller.refresh(tokens).status()).isEqualTo(201);
    }

    @Test
    void aRuleThatCannotBeLoosenedIsRejectedWithThoseThatCan() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> sandbox.loosen("client-id"))
                .withMessageContaining("no rule that can be loosened: client-id")
                .withMessageContaining("nonce-once");
    }

    @Test
    void everyRuleSaysWhatItExpectsAndWhatTheOfficialSdkDoes() {
        assertThat(sandbox.rules()).hasSizeGreaterThan(50).allSatisfy(rule -> {
            assertThat(rule.expected()).isNotBlank();
            assertThat(rule.officialSdk()).isNotBlank();
            assertThat(rule.loosened()).isFalse();
        });
        assertThat(sandbox.rules().stream()
                        .flatMap(rule -> Stream.of(rule.id()))
                        .distinct())
                .hasSameSizeAs(sandbox.rules());
    }

    @Test
    void aRefusedPageNamesTheRule() {
        caller.send("GET", "/apps/saas/authorize?code=unknown", null, null);
        assertThat(refusal(Operation.PAGE).rule()).isEqualTo("page-code");
    }

    private Reply reference(RequestJwt jwt) {
        return caller.reference(jwt, "accountId", "1");
    }

    private Refusal refusal(Operation operation) {
        return Objects.requireNonNull(sandbox.requests().last(operation).refusal());
    }
}

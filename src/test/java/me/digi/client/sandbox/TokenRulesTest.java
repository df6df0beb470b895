package me.digi.client.sandbox;

import static me.digi.client.sandbox.RequestAuthenticationTest.assertRejected;
import static me.digi.client.sandbox.SandboxCaller.REDIRECT_URI;
import static me.digi.client.sandbox.SandboxCaller.parameters;
import static me.digi.client.sandbox.SandboxCaller.verifier;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import me.digi.client.sandbox.SandboxCaller.Reply;
import me.digi.client.sandbox.SandboxCaller.Tokens;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Invalid requests for exchange, refresh and references. */
class TokenRulesTest {
    @AutoClose
    private final Sandbox sandbox = Sandbox.start();

    private final SandboxCaller caller = new SandboxCaller(sandbox);
    private final String verifier = verifier();

    @Test
    void aCodeIsExchangedOnce() {
        String code = code();
        assertThat(caller.token(caller.exchangeJwt(code, verifier)).status()).isEqualTo(201);
        assertRejected(caller.token(caller.exchangeJwt(code, verifier)), 400, "InvalidGrant", "used before");
    }

    @Test
    void aWrongVerifierIsRefusedAndDoesNotUseUpTheCode() {
        String code = code();
        assertRejected(caller.token(caller.exchangeJwt(code, verifier())), 400, "InvalidGrant", "code_verifier");
        assertThat(caller.token(caller.exchangeJwt(code, verifier)).status()).isEqualTo(201);
    }

    @Test
    void aMalformedVerifierIsRejected() {
        assertRejected(
                caller.token(caller.exchangeJwt(code(), "short")), 400, "ValidationErrors", "claims.code_verifier");
    }

    @Test
    void anExpiredCodeIsRefused() {
        String code = code();
        sandbox.clock().advance(Duration.ofMinutes(10));
        assertRejected(caller.token(caller.exchangeJwt(code, verifier)), 400, "InvalidGrant", "expired");
    }

    @Test
    void aCodeOfAnotherContractAndAnUnknownCodeAreRefused() {
        SandboxCaller other = new SandboxCaller(sandbox, sandbox.addContract("other", ContractKind.READ));
        String code = code();
        assertRejected(other.token(other.exchangeJwt(code, verifier)), 400, "InvalidGrant", "claims.code");
        assertRejected(caller.token(caller.exchangeJwt("made-up", verifier)), 400, "InvalidGrant", "claims.code");
    }

    @Test
    void aPreauthorizationCodeIsNotAnAuthorizationCode() {
        Reply authorized = caller.authorize(caller.authorizeJwt(verifier));
        String code = (String) authorized.payload().get("preauthorization_code");
        assertRejected(caller.token(caller.exchangeJwt(code, verifier)), 400, "InvalidGrant", "claims.code");
    }

    @Test
    void anUnknownGrantTypeIsRejected() {
        assertRejected(
                caller.token(caller.exchangeJwt("c", verifier).claim("grant_type", "password")),
                400,
                "ValidationErrors",
                "claims.grant_type");
        assertRejected(
                caller.token(caller.exchangeJwt("c", verifier).without("grant_type")),
                400,
                "ValidationErrors",
                "claims.grant_type is missing");
    }

    @Test
    void claimsOfTheOtherGrantTypeAreRejected() {
        Tokens tokens = caller.consent();
        assertRejected(
                caller.token(caller.refreshJwt(tokens.refresh()).claim("code", "c")),
                400,
                "ValidationErrors",
                "claims.code is not allowed");
        assertRejected(
                caller.token(caller.refreshJwt(tokens.refresh()).claim("redirect_uri", REDIRECT_URI)),
                400,
                "ValidationErrors",
                "claims.redirect_uri is not allowed");
    }

    @Test
    void theTokenCallHasNoBody() {
        Tokens tokens = caller.consent();
        assertRejected(
                caller.post("oauth/token", caller.refreshJwt(tokens.refresh()), "{}"),
                400,
                "ValidationErrors",
                "body is not allowed");
        assertThat(caller.refresh(tokens).status()).isEqualTo(201);
    }

    @Test
    void accessAndRefreshTokensCannotBeExchanged() {
        Tokens tokens = caller.consent();
        assertRejected(
                caller.token(caller.refreshJwt(tokens.access())), 400, "InvalidTokenType", "claims.refresh_token");
        assertRejected(caller.accounts(tokens.refresh()), 400, "InvalidTokenType", "claims.access_token");
        assertRejected(caller.accounts("made-up"), 401, "InvalidToken", "The token (access_token) is invalid");
        assertRejected(
                caller.token(caller.refreshJwt("made-up")),
                401,
                "InvalidToken",
                "The token (refresh_token) is invalid");
    }

    @Test
    void theTokensOfAnotherContractAreRefused() {
        Tokens tokens = caller.consent();
        SandboxCaller other = new SandboxCaller(sandbox, sandbox.addContract("other", ContractKind.READ));
        assertRejected(other.refresh(tokens), 401, "InvalidToken", "refresh_token");
        assertRejected(other.accounts(tokens.access()), 401, "InvalidToken", "access_token");
        Reply reauthorized = other.post("oauth/token/reference", other.reauthorizeJwt(tokens.access(), verifier), "{}");
        assertRejected(reauthorized, 401, "InvalidToken", "access_token");
        assertThat(caller.accounts(tokens.access()).status()).isEqualTo(200);
    }

    @Test
    void reauthorizingAcceptsExpiredAndSupersededTokensOfAKnownUser() {
        Tokens superseded = caller.consent();
        Tokens current = SandboxCaller.tokens(caller.refresh(superseded));
        sandbox.clock().advance(Duration.ofDays(400));
        assertThat(reference(caller.reauthorizeJwt(superseded.access(), verifier))
                        .status())
                .isEqualTo(201);
        assertThat(reference(caller.reauthorizeJwt(current.access(), verifier)).status())
                .isEqualTo(201);
        assertThat(reference(caller.reauthorizeJwt(current.access(), verifier).without("state"))
                        .status())
                .isEqualTo(201);
        assertRejected(
                reference(caller.reauthorizeJwt("made-up", verifier)),
                401,
                "InvalidToken",
                "The token (access_token) is invalid");
    }

    @Test
    void aReferenceWithoutChallengeNeedsACurrentToken() {
        Tokens tokens = caller.consent();
        RequestJwt account = caller.jwt().claim("access_token", tokens.access()).claim("redirect_uri", REDIRECT_URI);
        assertThat(reference(account).status()).isEqualTo(201);
        RequestJwt onboard = caller.jwt()
                .claim("access_token", tokens.access())
                .claim("redirect_uri", REDIRECT_URI)
                .claim("state", "s");
        assertThat(reference(onboard).status()).isEqualTo(201);
        sandbox.expireAccessTokens();
        assertRejected(
                reference(onboard.claim("nonce", RequestJwt.randomText())),
                401,
                "InvalidToken",
                "The token (access_token) is expired");
    }

    @Test
    void halfAChallengeIsRejected() {
        Tokens tokens = caller.consent();
        RequestJwt jwt = caller.reauthorizeJwt(tokens.access(), verifier);
        assertRejected(
                reference(jwt.without("code_challenge")), 400, "ValidationErrors", "claims.code_challenge is missing");
        assertRejected(
                reference(jwt.without("code_challenge_method")),
                400,
                "ValidationErrors",
                "claims.code_challenge_method is missing");
        assertRejected(
                reference(jwt.claim("response_type", "code")),
                400,
                "ValidationErrors",
                "claims.response_type is not allowed");
        assertRejected(reference(jwt.claim("redirect_uri", "https://evil.example/")), 404, "InvalidRedirectUri", "");
    }

    @Test
    void aNamedReferenceNeedsATypeAndAValue() {
        Reply created = caller.reference(caller.jwt(), "cloudId", "storage");
        assertThat(created.status()).isEqualTo(201);
        assertThat(created.json()).containsOnlyKeys("id");
        assertRejected(
                caller.post("reference", caller.jwt(), "{\"type\":\"userId\",\"value\":\"1\"}"),
                400,
                "ValidationErrors",
                "body.type must be accountId or cloudId");
        assertRejected(
                caller.post("reference", caller.jwt(), "{\"type\":\"cloudId\"}"),
                400,
                "ValidationErrors",
                "body.value is missing");
        assertRejected(
                caller.post("reference", caller.jwt(), "{\"type\":\"cloudId\",\"value\":\"\"}"),
                400,
                "ValidationErrors",
                "body.value is empty");
    }

    private Reply reference(RequestJwt jwt) {
        return caller.post("oauth/token/reference", jwt, "{}");
    }

    private String code() {
        return parameters(sandbox.allow(caller.authorizeLink(caller.authorizeJwt(verifier))))
                .get("code");
    }
}

package me.digi.client.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import me.digi.client.internal.io.Json;
import me.digi.client.sandbox.SandboxCaller.Reply;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Odd responses: they are correct except for the oddity, and the operation is carried out. */
class OddityTest {
    @AutoClose
    private final Sandbox sandbox = Sandbox.start();

    private final DataCaller user = DataCaller.ofNewUser(sandbox);

    @Test
    void expiriesAreOddInBothTokens() {
        long access = sandbox.clock().instant().getEpochSecond() + expiresIn("access_token");
        assertThat(refreshed(Oddity.FRACTIONAL_EXPIRY)).isEqualTo(new BigDecimal(access + ".5"));
        assertThat(refreshed(Oddity.TEXT_EXPIRY)).isEqualTo(String.valueOf(access));
        assertThat(refreshed(Oddity.MILLISECOND_EXPIRY)).isEqualTo(access * 1000);
        assertThat(refreshed(Oddity.ZERO_EXPIRY)).isEqualTo(0L);
        assertThat(refreshed(Oddity.NEGATIVE_EXPIRY)).isEqualTo(-1L);
        assertThat(refreshed(Oddity.HUGE_EXPIRY)).isEqualTo(9_007_199_254_740_992L);
        assertThat(refreshed(Oddity.YEAR_10000_EXPIRY)).isEqualTo(253_402_300_800L);
    }

    @Test
    void idsAreNumbers() {
        assertThat(consentWith(Oddity.NUMERIC_SUB).payload().get("sub")).isEqualTo(4711L);
        assertThat(consentWith(Oddity.NUMERIC_CONSENT_ID).payload().get("consentid"))
                .isEqualTo(4711L);
    }

    @Test
    void aListCanContainNull() {
        sandbox.failNext(Operation.LIST_ACCOUNTS, Oddity.NULL_MEMBER);
        Map<?, ?> account = (Map<?, ?>) accounts().get(0);
        assertThat(account.containsKey("serviceTypeName")).isTrue();
        assertThat(account.get("serviceTypeName")).isNull();
        assertThat(account.get("id")).isNotNull();
        sandbox.failNext(Operation.LIST_ACCOUNTS, Oddity.NULL_ITEM);
        assertThat(accounts()).hasSize(4).element(1).isNull();
        assertThat(accounts()).hasSize(3).doesNotContainNull();
        sandbox.failNext(Operation.LIST_SOURCES, Oddity.NULL_MEMBER);
        assertThat(((Map<?, ?>) sources().get(0)).get("id")).isNull();
        sandbox.failNext(Operation.LIST_SOURCES, Oddity.NULL_ITEM);
        assertThat(sources()).element(1).isNull();
    }

    @Test
    void publishedStatusCanBeANumberAndObjectCountAString() {
        sandbox.failNext(Operation.LIST_SOURCES, Oddity.NUMERIC_PUBLISHED_STATUS);
        assertThat(sources()).anyMatch(source -> Long.valueOf(1).equals(((Map<?, ?>) source).get("publishedStatus")));
        String session = user.session();
        user.list(session);
        user.list(session);
        sandbox.failNext(Operation.LIST_FILES, Oddity.TEXT_OBJECT_COUNT);
        assertThat(DataCaller.files(user.list(session)))
                .filteredOn(file -> file.containsKey("objectCount"))
                .isNotEmpty()
                .allSatisfy(file -> assertThat(file.get("objectCount")).isInstanceOf(String.class));
    }

    @Test
    void aByteOrderMarkCanPrecedeTheJson() {
        sandbox.failNext(Operation.REFRESH_TOKEN, Oddity.BYTE_ORDER_MARK.and(Oddity.TEXT_EXPIRY));
        String body = user.caller.refresh(user.tokens).body();
        assertThat(body).startsWith("\ufeff{\"token\":");
    }

    @Test
    void jsonCanBeCompressedUnasked() throws Exception {
        sandbox.failNext(Operation.LIST_ACCOUNTS, Oddity.GZIP);
        HttpResponse<InputStream> response = SandboxCaller.exchange(
                user.request("GET", "permission-access/accounts").build(), BodyHandlers.ofInputStream());
        assertThat(response.headers().firstValue("Content-Encoding")).hasValue("gzip");
        try (GZIPInputStream in = new GZIPInputStream(response.body())) {
            assertThat(new String(in.readAllBytes(), UTF_8)).startsWith("[{\"id\":");
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Oddity.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"BYTE_ORDER_MARK", "GZIP"})
    void oddityThatDoesNotFitIsReported(Oddity oddity) {
        sandbox.failNext(Operation.CREATE_STORAGE, oddity);
        Reply reply = user.caller.storage();
        assertThat(reply.status()).isEqualTo(500);
        assertThat(reply.errorCode()).isEqualTo("SandboxFailure");
    }

    private long expiresIn(String token) {
        Map<?, ?> members = (Map<?, ?>) consentWith(null).payload().get(token);
        return (Long) members.get("expires_on") - sandbox.clock().instant().getEpochSecond();
    }

    /** Returns the expiry of the access token, and checks that the refresh token's has the same type. */
    private Object refreshed(Oddity oddity) {
        Map<String, Object> payload = consentWith(oddity).payload();
        Object access = ((Map<?, ?>) payload.get("access_token")).get("expires_on");
        assertThat(((Map<?, ?>) payload.get("refresh_token")).get("expires_on")).hasSameClassAs(access);
        return access;
    }

    private Reply consentWith(@Nullable Oddity oddity) {
        SandboxCaller caller = user.caller;
        String verifier = SandboxCaller.verifier();
        String code = SandboxCaller.parameters(sandbox.allow(caller.authorizeLink(caller.authorizeJwt(verifier))))
                .get("code");
        if (oddity != null) {
            sandbox.failNext(Operation.EXCHANGE_CODE, oddity);
        }
        return caller.token(caller.exchangeJwt(code, verifier));
    }

    private List<?> accounts() {
        return (List<?>) Json.parse(user.get("permission-access/accounts").body());
    }

    private List<?> sources() {
        return (List<?>) user.caller
                .post("discovery/sources", user.caller.jwt(), "{}")
                .json()
                .get("data");
    }
}

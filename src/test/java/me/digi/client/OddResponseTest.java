package me.digi.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import me.digi.client.auth.RefreshResult.Refreshed;
import me.digi.client.auth.UserAccessToken;
import me.digi.client.sandbox.Change;
import me.digi.client.sandbox.Operation;
import okhttp3.OkHttpClient;
import okhttp3.mockwebserver.MockResponse;
import okio.Buffer;
import okio.ByteString;
import okio.DeflaterSink;
import okio.GzipSink;
import okio.Okio;
import okio.Sink;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A response with two verified tokens is a pair, even if other members are odd. */
class OddResponseTest {
    @AutoClose
    private final LocalDigiMe local = new LocalDigiMe();

    private final UserAccessToken old = local.token();
    private final Instant now = local.sandbox.clock().instant().truncatedTo(ChronoUnit.SECONDS);
    private final long soon = now.getEpochSecond() + 86_400;

    /** What each odd {@code expires_on} means; null for unknown. */
    private Map<Object, Long> oddExpiries() {
        Map<Object, Long> odd = new LinkedHashMap<>();
        odd.put(new BigDecimal(soon + ".5"), soon);
        odd.put(String.valueOf(soon), soon);
        odd.put(soon + ".75", soon);
        odd.put(soon * 1000, soon);
        odd.put(String.valueOf(soon * 1000 + 999), soon);
        odd.put(now.getEpochSecond() - 3600, now.getEpochSecond() - 3600);
        odd.put(0, null);
        odd.put(-1, null);
        odd.put(1, null);
        odd.put(3600, null);
        odd.put(now.getEpochSecond() - 90_000, null);
        odd.put(1L << 53, null);
        odd.put(Long.MAX_VALUE, null);
        odd.put(BigInteger.TWO.pow(200), null);
        odd.put(253_402_300_800L, null);
        odd.put(soon * 1_000_000, null);
        odd.put(new BigDecimal("1e400"), null);
        odd.put("", null);
        odd.put("tomorrow", null);
        odd.put(Instant.ofEpochSecond(soon).toString(), null);
        odd.put(true, null);
        odd.put(List.of(soon), null);
        odd.put(Map.of("seconds", soon), null);
        return odd;
    }

    @ParameterizedTest
    @ValueSource(strings = {"access_token", "refresh_token"})
    void t2_anOddExpiryIsReadOrUnknownAndThePairIsTaken(String name) {
        UserAccessToken pair = old;
        for (Map.Entry<Object, Long> odd : oddExpiries().entrySet()) {
            pair = refreshed(pair, Change.claim(name + ".expires_on", odd.getKey()));
            var token = name.equals("access_token") ? pair.accessToken() : pair.refreshToken();
            Instant expected = odd.getValue() == null ? null : Instant.ofEpochSecond(odd.getValue());
            assertThat(token.expiresAt()).as("%s %s", name, odd.getKey()).isEqualTo(expected);
            assertThat(UserAccessToken.fromJson(pair.toJson())).isEqualTo(pair);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"access_token", "refresh_token"})
    void t2_aMissingOrNullExpiryIsUnknown(String name) {
        UserAccessToken pair = refreshed(old, Change.withoutClaim(name + ".expires_on"));
        pair = refreshed(pair, Change.claim(name + ".expires_on", null));
        var token = name.equals("access_token") ? pair.accessToken() : pair.refreshToken();
        assertThat(token.expiresAt()).isNull();
    }

    @Test
    void t2_anIdThatIsNotTextIsAbsentAndTheOldOneIsKept() {
        UserAccessToken pair = old;
        for (Object odd : new Object[] {7, true, List.of("id"), Map.of("id", "x"), new BigDecimal("1e400"), " "}) {
            pair = refreshed(pair, Change.claim("sub", odd).and(Change.claim("consentid", odd)));
            assertThat(pair.userId()).isEqualTo(old.userId());
            assertThat(pair.consentId()).isEqualTo(old.consentId());
        }
    }

    @Test
    void t2_unusedMembersMayHaveAnyValue() {
        refreshed(old, Change.claim("new_member", new BigDecimal("1e400")).and(Change.field("other", List.of(1, 2))));
    }

    @Test
    void t2_numbersBeyondAllBoundsBesideTheTokenAreSkipped() {
        overRelay(body -> body.replaceFirst("\\{", "{\"odd\":1e99999999999,\"odd\":" + "9".repeat(20_000) + ","));
    }

    @Test
    void t2_aByteOrderMarkBeforeTheJsonIsSkipped() {
        overRelay(body -> "\uFEFF" + body);
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "x-gzip", "GZIP", "deflate"})
    void t2_anEncodingRequestedByAnInterceptorIsUndone(String encoding) {
        try (Relay relay = new Relay(local, response -> encoded(response, encoding));
                DigiMe digiMe = local.builderFor(relay.url())
                        .httpClient(accepting(encoding))
                        .build()) {
            assertThat(((Refreshed) digiMe.refreshToken(local.contract, old)).token())
                    .matches(local::accepts);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "x-gzip", "deflate", "identity"})
    void h1_anEncodingRequestedByAnInterceptorIsUndoneForEveryCall(String encoding) {
        try (Relay relay = new Relay(local, response -> encoded(response, encoding));
                DigiMe digiMe = local.builderFor(relay.url())
                        .httpClient(accepting(encoding))
                        .build()) {
            assertThat(digiMe.describeContract(local.contract).id()).isEqualTo(local.contract.contractId());
            assertThat(KnownUser.of(digiMe, local.contract, old).listAccounts()).isNotEmpty();
        }
    }

    @Test
    void h1_anEncodingThatIsNotSupportedIsNamed() {
        try (Relay relay = new Relay(local, response -> response.setHeader("Content-Encoding", "zstd"));
                DigiMe digiMe = local.builderFor(relay.url())
                        .httpClient(accepting("zstd"))
                        .build()) {
            var unexpected = LocalDigiMe.thrownBy(
                    me.digi.client.error.UnexpectedResponseException.class,
                    () -> digiMe.describeContract(local.contract));
            assertThat(unexpected.where()).isEqualTo("Content-Encoding");
            assertThat(unexpected.what()).isEqualTo("zstd is not supported");
            assertThat(unexpected.status()).isEqualTo(200);
        }
    }

    @Test
    void h1_aBodyThatAnInterceptorHasDecodedIsNotDecodedAgain() {
        OkHttpClient undoing = new OkHttpClient.Builder()
                .addInterceptor(chain -> chain.proceed(chain.request())
                        .newBuilder()
                        .header("Content-Encoding", "gzip")
                        .build())
                .build();
        DigiMe digiMe = local.client(builder -> builder.httpClient(undoing));
        assertThat(digiMe.describeContract(local.contract).id()).isEqualTo(local.contract.contractId());
    }

    private UserAccessToken refreshed(UserAccessToken pair, me.digi.client.sandbox.Fault oddity) {
        local.sandbox.failNext(Operation.REFRESH_TOKEN, oddity);
        UserAccessToken next = ((Refreshed) local.digiMe.refreshToken(local.contract, pair)).token();
        assertThat(next).matches(local::accepts);
        return next;
    }

    private void overRelay(UnaryOperator<String> change) {
        try (Relay relay = new Relay(local, response -> {
                    String body = response.getBody().readUtf8();
                    return response.setBody(body.contains("\"token\"") ? change.apply(body) : body);
                });
                DigiMe digiMe = local.builderFor(relay.url()).build()) {
            assertThat(((Refreshed) digiMe.refreshToken(local.contract, old)).token())
                    .matches(local::accepts);
        }
    }

    private static OkHttpClient accepting(String encoding) {
        return new OkHttpClient.Builder()
                .addInterceptor(chain -> chain.proceed(chain.request()
                        .newBuilder()
                        .header("Accept-Encoding", encoding)
                        .build()))
                .build();
    }

    private static MockResponse encoded(MockResponse response, String encoding) {
        ByteString body = response.getBody().readByteString();
        if (encoding.equals("identity")) {
            return response.setHeader("Content-Encoding", encoding).setBody(new Buffer().write(body));
        }
        Buffer encoded = new Buffer();
        Sink compressing = encoding.equals("deflate")
                ? new DeflaterSink(encoded, new java.util.zip.Deflater())
                : new GzipSink(encoded);
        try (var sink = Okio.buffer(compressing)) {
            sink.write(body);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return response.setHeader("Content-Encoding", encoding).setBody(encoded);
    }
}

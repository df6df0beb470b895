package me.digi.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.zip.GZIPOutputStream;
import me.digi.client.auth.RefreshResult.Refreshed;
import me.digi.client.auth.UserAccessToken;
import okhttp3.mockwebserver.MockResponse;
import okhttp3.mockwebserver.SocketPolicy;
import okio.Buffer;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A token response whose JSON arrived whole is taken, whatever is wrong with its framing or its encoding. */
class ArrivedWholeTest {
    @AutoClose
    private final LocalDigiMe local = new LocalDigiMe();

    private final UserAccessToken old = local.token();

    /** Changes the token response on its way; the pair in it must be taken, without a second request. */
    private void assertTaken(UnaryOperator<MockResponse> change) {
        local.forget();
        try (Relay relay = Relay.ofFirstTokenResponse(local, change);
                DigiMe digiMe = local.builderFor(relay.url()).build()) {
            UserAccessToken next = ((Refreshed) digiMe.refreshToken(local.contract, old)).token();

            assertThat(next).matches(local::accepts);
            assertThat(local.refreshes()).isOne();
        }
    }

    private static byte[] bodyOf(MockResponse response) {
        return response.getBody().readByteArray();
    }

    private static MockResponse with(MockResponse response, byte[] body) {
        return response.setBody(new Buffer().write(body));
    }

    private static byte[] gzip(byte[] plain) {
        ByteArrayOutputStream compressed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(compressed)) {
            out.write(plain);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return compressed.toByteArray();
    }

    @Test
    void t1_aConnectionThatBreaksAfterTheLastByteOfTheJsonLosesNothing() {
        assertTaken(response -> response.setHeader(
                        "Content-Length", response.getBody().size() + 7)
                .setSocketPolicy(SocketPolicy.DISCONNECT_AT_END));
    }

    @Test
    void t1_aChunkedResponseWithoutItsLastChunkLosesNothing() {
        assertTaken(response -> {
            byte[] body = bodyOf(response);
            Buffer chunk = new Buffer()
                    .writeHexadecimalUnsignedLong(body.length)
                    .writeUtf8("\r\n")
                    .write(body)
                    .writeUtf8("\r\n");
            return response.setBody(chunk)
                    .removeHeader("Content-Length")
                    .setHeader("Transfer-Encoding", "chunked")
                    .setSocketPolicy(SocketPolicy.DISCONNECT_AT_END);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip, identity", "Identity,X-GZIP", "x-gzip,IDENTITY,", "GZIP , gzip", "gzip,X-Gzip"})
    void t2_encodingsOnTopOfEachOtherAreUndone(String encodings) {
        assertTaken(response -> {
            byte[] once = gzip(bodyOf(response));
            return with(response, encodings.toLowerCase(Locale.ROOT).contains("identity") ? once : gzip(once))
                    .setHeader("Content-Encoding", encodings);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "X-GZIP", "Identity"})
    void t2_encodingsInSeveralHeadersAreUndone(String second) {
        assertTaken(response -> {
            byte[] once = gzip(bodyOf(response));
            return with(response, second.equals("Identity") ? once : gzip(once))
                    .addHeader("Content-Encoding", "gzip")
                    .addHeader("Content-Encoding", second);
        });
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 40})
    void t2_compressedJsonMayBeInTwoMembers(int first) {
        assertTaken(response -> {
            byte[] body = bodyOf(response);
            Buffer members = new Buffer()
                    .write(gzip(Arrays.copyOf(body, first)))
                    .write(gzip(Arrays.copyOfRange(body, first, body.length)));
            return response.setBody(members).setHeader("Content-Encoding", "gzip");
        });
    }

    @Test
    void t2_whatFollowsTheCompressedJsonIsIgnored() {
        assertTaken(response -> {
            byte[] compressed = gzip(bodyOf(response));
            return with(response, Arrays.copyOf(compressed, compressed.length + 1))
                    .setHeader("Content-Encoding", "gzip");
        });
    }

    @Test
    void t2_compressedJsonMayLackItsChecksum() {
        assertTaken(response -> {
            byte[] compressed = gzip(bodyOf(response));
            return with(response, Arrays.copyOf(compressed, compressed.length - 8))
                    .setHeader("Content-Encoding", "gzip");
        });
    }

    @ParameterizedTest
    @CsvSource({
        "UTF-8, ' \r\n\uFEFF', ''",
        "UTF-8, '\uFEFF \uFEFF', ' \n'",
        "UTF-8, '', '000'",
        "UTF-8, '', '\n0 0'",
        "UTF-16LE, '\uFEFF', '0'",
        "UTF-16BE, '\uFEFF', '0'",
        "UTF-16LE, '', ''",
        "UTF-16BE, '', ''",
        "UTF-16LE, ' \n', '\n0'",
        "UTF-16BE, ' \n\uFEFF', '\n0'",
    })
    void t2_anyUnicodeAndPaddingAreUndone(Charset unicode, String before, String afterWith0AsNul) {
        String after = afterWith0AsNul.replace('0', '\0');
        assertTaken(response -> with(response, (before + response.getBody().readUtf8() + after).getBytes(unicode)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16LE", "UTF-16BE"})
    void t2_halfACharacterAfterTheJsonIsIgnored(Charset unicode) {
        assertTaken(response -> {
            byte[] body = response.getBody().readUtf8().getBytes(unicode);
            return with(response, Arrays.copyOf(body, body.length + 1));
        });
    }
}

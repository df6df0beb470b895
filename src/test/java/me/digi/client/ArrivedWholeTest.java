package me.digi.client;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
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
    @ValueSource(strings = {"gzip, identity", "identity,gzip", "GZIP , gzip"})
    void t2_encodingsOnTopOfEachOtherAreUndone(String encodings) {
        assertTaken(response -> {
            byte[] once = gzip(bodyOf(response));
            return with(response, encodings.contains("identity") ? once : gzip(once))
                    .setHeader("Content-Encoding", encodings);
        });
    }

    @Test
    void t2_encodingsInSeveralHeadersAreUndone() {
        assertTaken(response -> with(response, gzip(gzip(bodyOf(response))))
                .addHeader("Content-Encoding", "gzip")
                .addHeader("Content-Encoding", "gzip"));
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

    @Test
    void t2_aByteOrderMarkOfAnotherUnicodeEncodingIsUndone() {
        assertTaken(response -> with(response, ("\uFEFF" + response.getBody().readUtf8()).getBytes(UTF_16LE)));
    }
}

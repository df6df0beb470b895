package me.digi.client.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Base64;
import java.util.List;
import me.digi.client.store.ChildJvm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(300)
class ConstantMemoryTest {
    private static final long LARGE = 256L << 20;

    @Test
    void filesFourTimesTheSizeOfTheHeapAreReadAndABombIsRejected() throws IOException {
        try (GeneratedFiles files = new GeneratedFiles(FileServer.KEY.getPublic())
                        .zeros("plain", LARGE)
                        .gzippedZeros("gzip", LARGE)
                        .gzippedZeros("bomb", LARGE + 1)
                        .brotli("brotli", BrotliSamples.zeros());
                ChildJvm reader = ChildJvm.startWithHeap(
                        64,
                        SmallHeapReader.class,
                        files.baseUrl(),
                        pem(),
                        String.valueOf(LARGE),
                        "plain",
                        "gzip",
                        "bomb",
                        "brotli")) {
            List<String> lines = reader.finish();

            assertThat(lines)
                    .containsExactly(
                            "plain " + LARGE, "gzip " + LARGE, "bomb TOO_LARGE", "brotli " + BrotliSamples.ZEROS);
        }
    }

    private static String pem() {
        String base64 =
                Base64.getEncoder().encodeToString(FileServer.KEY.getPrivate().getEncoded());
        return "-----BEGIN PRIVATE KEY-----\n" + base64 + "\n-----END PRIVATE KEY-----\n";
    }
}

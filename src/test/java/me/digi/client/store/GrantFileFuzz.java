package me.digi.client.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import me.digi.client.fuzz.FuzzInput;
import me.digi.client.fuzz.Outcome;
import me.digi.client.fuzz.Seeds;

/** The file of a grant. */
public final class GrantFileFuzz {
    private static final GrantKey GRANT = new GrantKey("contract", "user");
    private static final Path FILE = newFile();
    private static final Outcome OUTCOME = Outcome.documented(IOException.class);
    private static final String WHOLE =
            new String(GrantFile.format(GRANT, new StoredGrant(1, Outcome.SECRET)), StandardCharsets.UTF_8);

    private GrantFileFuzz() {}

    /** Reads the input as the file. */
    public static void fuzzerTestOneInput(byte[] input) {
        try {
            Files.write(FILE, input);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        GrantFile.Entry entry = OUTCOME.of(() -> GrantFile.read(FILE, GRANT.grantId()));
        if (entry != null) {
            Outcome.require(entry.grant().equals(GRANT), "a file is its grant's alone");
            Outcome.hides(entry);
            byte[] written = GrantFile.format(GRANT, entry.stored());
            Outcome.require(FuzzInput.text(written).contains("digime-grant/1"), "what was read can be written again");
        }
    }

    private static Path newFile() {
        try {
            Path file = Files.createTempFile("grant", ".json");
            file.toFile().deleteOnExit();
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A whole one, another's, and the cases H5 and T17. */
    public static List<byte[]> seeds() {
        return new Seeds()
                .texts(
                        WHOLE,
                        WHOLE.replace("\"user\"", "\"S3CRET~VALUE\""),
                        WHOLE.replace(":1,", ":1000e2147483647,"),
                        WHOLE.replace(":1,", ":-1,"),
                        WHOLE.replace("S3CRET~VALUE", "\\u0000\\ud800"),
                        WHOLE.replace("digime-grant/1", "S3CRET~VALUE"),
                        WHOLE.replace("ACTIVE", "S3CRET~VALUE"),
                        "{\"S3CRET~VALUE\":{\"S3CRET~VALUE\":",
                        "")
                .bytes(new byte[] {'{', (byte) 0xFF, '}'})
                .all();
    }
}

package me.digi.client.fuzz;

import java.util.List;
import me.digi.client.error.FileException;
import me.digi.client.internal.crypto.DamagedFileException;
import me.digi.client.internal.read.Compression;
import me.digi.client.internal.read.FileHeader;

/** The header {@code x-metadata}. */
public final class FileHeaderFuzz {
    private static final Outcome OUTCOME = Outcome.documented(FileException.class);

    private FileHeaderFuzz() {}

    /** Reads the input as the header, or as what is encoded in it. */
    public static void fuzzerTestOneInput(byte[] input) {
        FuzzInput chosen = FuzzInput.of(input);
        String value = chosen.choice() % 2 == 0 ? FuzzKeys.base64Url(chosen.text()) : chosen.text();
        FileHeader header = OUTCOME.of(() -> {
            try {
                FileHeader parsed = FileHeader.parse(value);
                return Compression.of(parsed.compression()) == null ? null : parsed;
            } catch (DamagedFileException e) {
                throw e.of("file");
            }
        });
        if (header != null) {
            header.metadata().problems().forEach(Outcome::hides);
        }
    }

    /** Both kinds of file, and the case H14. */
    public static List<byte[]> seeds() {
        String mapped = "{\"metadata\":{\"objectCount\":\"42\",\"objectType\":\"Media\",\"serviceGroup\":7,\"schema\":"
                + "{\"standard\":\"fhir\",\"version\":\"3.0.2\"},\"S3CRET~VALUE\":[1.5,null,{\"a\":true}]},"
                + "\"compression\":\"gzip\"}";
        String raw =
                "{\"metadata\":{\"mimetype\":\"text/plain\",\"accounts\":[{\"accountid\":\"1_a\"},7],\"created\":1e12,"
                        + "\"tags\":[\"a\",null,7],\"servicegroups\":[1,\"2\"],\"objecttypes\":[{\"name\":\"x\"}]}}";
        return new Seeds()
                .choosing(
                        0,
                        new Seeds()
                                .texts(
                                        mapped,
                                        raw,
                                        mapped.replace("gzip", "S3CRET~VALUE and more"),
                                        mapped.replace("\"42\"", "1000e2147483647"),
                                        mapped.replace("\"42\"", "9".repeat(1100)),
                                        raw.replace("\"1_a\"", "[\"S3CRET~VALUE\"]"),
                                        "{\"S3CRET~VALUE\":1,\"S3CRET~VALUE\":2}",
                                        "{\"metadata\":" + "[".repeat(300)))
                .choosing(1, new Seeds().texts("", " ", "e30", "e30=", "S3CRET~VALUE%", FuzzKeys.base64Url(raw) + "\n"))
                .all();
    }
}

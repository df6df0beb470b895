package me.digi.client.internal.read;

import java.io.InputStream;
import java.util.regex.Pattern;
import me.digi.client.error.FileException.Problem;
import me.digi.client.internal.crypto.DamagedFileException;
import org.jspecify.annotations.Nullable;

/** How the decrypted bytes of a file are compressed. */
public enum Compression {
    NONE,
    GZIP,
    BROTLI;

    /** What can be the name of a compression; anything else is not quoted. */
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9-]{1,20}");

    /** What the metadata's member {@code compression} means, which may be absent. */
    public static Compression of(@Nullable String name) throws DamagedFileException {
        if (name == null) {
            return NONE;
        }
        return switch (name) {
            case "no-compression" -> NONE;
            case "gzip" -> GZIP;
            case "brotli" -> BROTLI;
            default ->
                throw new DamagedFileException(
                        Problem.COMPRESSION_UNKNOWN, NAME.matcher(name).matches() ? "\"" + name + "\"" : null);
        };
    }

    /** The content; what cannot be decompressed is a {@link DamagedFileException} when it is read. */
    public InputStream decompress(InputStream compressed) {
        return switch (this) {
            case NONE -> compressed;
            case GZIP -> new GzipStream(compressed);
            case BROTLI -> new BrotliStream(compressed);
        };
    }
}

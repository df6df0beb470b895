package me.digi.client.internal.read;

import java.io.BufferedInputStream;
import java.io.InputStream;
import java.util.regex.Pattern;
import me.digi.client.error.FileException.Problem;
import me.digi.client.internal.crypto.DamagedFileException;
import org.jspecify.annotations.Nullable;

/** The compression of a file. */
public enum Compression {
    NONE,
    GZIP,
    BROTLI;

    private static final int OUTPUT = 64 << 10;

    private static final long ROOM = 1 << 20;

    /** Other names are not quoted. */
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9-]{1,20}");

    /** The most bytes that content of this size needs, with room for headers and checksums. */
    static long maxBytes(long maxContentBytes) {
        long most = maxContentBytes + maxContentBytes / 64 + ROOM;
        return most < 0 ? Long.MAX_VALUE : most;
    }

    /** Parses the metadata's {@code compression}, which may be missing. */
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

    /** Invalid data is a {@link DamagedFileException} on reading. */
    public InputStream decompress(InputStream compressed) {
        return switch (this) {
            case NONE -> compressed;
            // Inflating 8 KiB at a time, as many readers do, takes a third longer.
            case GZIP -> new BufferedInputStream(new GzipStream(compressed), OUTPUT);
            case BROTLI ->
                NativeBrotliStream.isAvailable() ? new NativeBrotliStream(compressed) : new BrotliStream(compressed);
        };
    }
}

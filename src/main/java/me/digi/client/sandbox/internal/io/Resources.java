package me.digi.client.sandbox.internal.io;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/** Files in the sandbox's jar, by their paths under {@code me/digi/client/sandbox}. */
public final class Resources {
    private Resources() {}

    public static byte[] read(String path) {
        byte[] content = find(path);
        if (content == null) {
            throw new IllegalStateException("not in the sandbox jar: " + path);
        }
        return content;
    }

    public static String readText(String path) {
        return new String(read(path), UTF_8);
    }

    /** Returns the content, or null if there is no such file. */
    public static byte @Nullable [] find(String path) {
        try (InputStream in = Resources.class.getResourceAsStream("/me/digi/client/sandbox/" + path)) {
            return in == null ? null : in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

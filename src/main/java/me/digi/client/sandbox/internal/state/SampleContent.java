package me.digi.client.sandbox.internal.state;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import me.digi.client.sandbox.FileContent;
import org.jspecify.annotations.Nullable;

/** The sample files that come with the sandbox. */
public final class SampleContent {
    private static final Map<String, FileContent> SAMPLES = new ConcurrentHashMap<>();

    private SampleContent() {}

    public static FileContent of(String name) {
        return SAMPLES.computeIfAbsent(name, SampleContent::load);
    }

    /** The name of a sample; null if the content is none. */
    public static @Nullable String nameOf(FileContent content) {
        return SAMPLES.entrySet().stream()
                .filter(sample -> sample.getValue() == content)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(null);
    }

    private static FileContent load(String name) {
        try (InputStream in = SampleContent.class.getResourceAsStream("/me/digi/client/sandbox/sample/" + name)) {
            if (in == null || !name.matches("[a-z.-]+")) {
                throw new IllegalArgumentException("unknown sample: " + name);
            }
            return FileContent.of(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

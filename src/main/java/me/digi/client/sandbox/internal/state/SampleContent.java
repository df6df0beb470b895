package me.digi.client.sandbox.internal.state;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import me.digi.client.sandbox.FileContent;
import me.digi.client.sandbox.internal.io.Resources;
import org.jspecify.annotations.Nullable;

/** The sample files that come with the sandbox. */
public final class SampleContent {
    private static final Map<String, FileContent> SAMPLES = new ConcurrentHashMap<>();

    private SampleContent() {}

    public static FileContent of(String name) {
        return SAMPLES.computeIfAbsent(name, SampleContent::load);
    }

    /** Returns the name of a sample, or null if the content is not one. */
    public static @Nullable String nameOf(FileContent content) {
        return SAMPLES.entrySet().stream()
                .filter(sample -> sample.getValue() == content)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(null);
    }

    private static FileContent load(String name) {
        byte[] content = name.matches("[a-z.-]+") ? Resources.find("sample/" + name) : null;
        if (content == null) {
            throw new IllegalArgumentException("unknown sample: " + name);
        }
        return FileContent.of(content);
    }
}

package me.digi.client.sandbox.internal.state;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import me.digi.client.sandbox.FileContent;

/** The sample files that come with the sandbox. */
public final class SampleContent {
    private static final Map<String, FileContent> SAMPLES = new ConcurrentHashMap<>();

    private SampleContent() {}

    public static FileContent of(String name) {
        return SAMPLES.computeIfAbsent(name, SampleContent::load);
    }

    private static FileContent load(String name) {
        try (InputStream in = SampleContent.class.getResourceAsStream("/me/digi/client/sandbox/sample/" + name)) {
            if (in == null) {
                throw new IllegalStateException("the sandbox jar lacks the sample " + name);
            }
            return FileContent.of(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package me.digi.client.content;

import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Opens a stream once: a second reader would find it empty, and send nothing as if it were everything. */
final class OneShotOpener implements Content.Opener {
    private final AtomicReference<@Nullable InputStream> stream;

    OneShotOpener(InputStream stream) {
        this.stream = new AtomicReference<>(stream);
    }

    @Override
    public InputStream open() throws IOException {
        InputStream unread = stream.getAndSet(null);
        if (unread == null) {
            throw new IOException("one-shot content was already opened: use repeatable content");
        }
        return unread;
    }
}

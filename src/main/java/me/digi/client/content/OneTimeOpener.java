package me.digi.client.content;

import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Hands a stream out once: a second reader would find it empty, and send nothing as if it were everything. */
final class OneTimeOpener implements Content.Opener {
    private final AtomicReference<@Nullable InputStream> stream;

    OneTimeOpener(InputStream stream) {
        this.stream = new AtomicReference<>(stream);
    }

    @Override
    public InputStream open() throws IOException {
        InputStream unread = stream.getAndSet(null);
        if (unread == null) {
            throw new IOException("the content can be read only once, and has been");
        }
        return unread;
    }
}

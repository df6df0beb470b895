package me.digi.client.discovery;

import java.util.Map;
import me.digi.client.internal.io.Copies;
import org.jspecify.annotations.Nullable;

/**
 * A picture of something, such as a logo.
 *
 * @param url where it is
 * @param mimeType its type, such as {@code image/png}
 * @param more what else the service says, as plain JSON values
 */
public record Resource(@Nullable String url, @Nullable String mimeType, Map<String, Object> more) {
    /** Copies the map. */
    public Resource {
        more = Copies.of(more);
    }
}

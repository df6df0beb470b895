package me.digi.client.discovery;

import java.util.Map;
import me.digi.client.internal.io.Collecting;
import org.jspecify.annotations.Nullable;

/**
 * A picture, such as a logo.
 *
 * @param url where to fetch it
 * @param mimeType such as {@code image/png}
 * @param more further members of the JSON object
 */
public record Resource(@Nullable String url, @Nullable String mimeType, Map<String, Object> more) {
    public Resource {
        more = Collecting.copyOf(more);
    }
}

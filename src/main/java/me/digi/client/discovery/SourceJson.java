package me.digi.client.discovery;

import java.util.Map;
import me.digi.client.internal.io.Copies;
import org.jspecify.annotations.Nullable;

/**
 * What the service keeps of a source besides the usual.
 *
 * @param authorisationType how users give access to it: {@code saas}, {@code sdk}, {@code none}, or something new
 * @param more what else the service says, as plain JSON values
 */
public record SourceJson(@Nullable String authorisationType, Map<String, Object> more) {
    /** Copies the map. */
    public SourceJson {
        more = Copies.of(more);
    }
}

package me.digi.client.discovery;

import java.util.Map;
import me.digi.client.internal.io.Collecting;
import org.jspecify.annotations.Nullable;

/**
 * Further properties of a source.
 *
 * @param authorisationType how users grant access: {@code saas}, {@code sdk}, {@code none}, or another value
 * @param more further members of the JSON object
 */
public record SourceJson(@Nullable String authorisationType, Map<String, Object> more) {
    public SourceJson {
        more = Collecting.copyOf(more);
    }
}

package me.digi.client.discovery;

import java.util.Map;
import me.digi.client.internal.io.Collecting;
import org.jspecify.annotations.Nullable;

/**
 * Further properties of a source.
 *
 * @param authorisation how users grant access
 * @param more further members of the JSON object
 */
public record SourceJson(@Nullable Authorisation authorisation, Map<String, Object> more) {
    public SourceJson {
        more = Collecting.copyOf(more);
    }

    /**
     * How users grant access.
     *
     * @param type {@code saas}, {@code sdk}, {@code none}, or another value
     * @param more further members of the JSON object
     */
    public record Authorisation(@Nullable String type, Map<String, Object> more) {
        public Authorisation {
            more = Collecting.copyOf(more);
        }
    }
}

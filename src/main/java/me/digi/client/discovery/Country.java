package me.digi.client.discovery;

import java.util.List;
import java.util.Map;
import me.digi.client.internal.io.Copies;
import org.jspecify.annotations.Nullable;

/**
 * A country that sources are in.
 *
 * @param id its id, for queries; 0 if the service sent none, and then no query takes it
 * @param code its code, such as {@code nl}
 * @param name its name
 * @param resource its flag
 * @param more what else the service says, as plain JSON values
 * @param problems what the service sent that could not be read as described, such as {@code id is not a whole number}; empty
 *     if nothing was odd. Such a part is null, or what was meant if that is clear
 */
public record Country(
        long id,
        @Nullable String code,
        @Nullable String name,
        @Nullable Resource resource,
        Map<String, Object> more,
        List<String> problems) {
    /** Copies the map and the list. */
    public Country {
        more = Copies.of(more);
        problems = List.copyOf(problems);
    }
}

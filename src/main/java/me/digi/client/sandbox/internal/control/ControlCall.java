package me.digi.client.sandbox.internal.control;

import java.util.Map;
import java.util.Objects;
import me.digi.client.sandbox.internal.json.JsonView;
import org.jspecify.annotations.Nullable;

/**
 * An authenticated request to the control API or the console.
 *
 * @param variables of the path
 * @param body the checked JSON body, or the form
 * @param lastEventId the last event that a reconnecting reader received, or null
 */
public record ControlCall(
        Map<String, String> variables,
        JsonView query,
        JsonView body,
        @Nullable String lastEventId) {
    /** Returns a variable of the path. */
    public String path(String name) {
        return Objects.requireNonNull(variables.get(name), name);
    }

    /**
     * Returns a field of the form.
     *
     * @throws IllegalArgumentException if it is empty
     */
    public String field(String name) {
        String value = body.optionalText(name);
        if (value == null) {
            throw new IllegalArgumentException(name + " is empty");
        }
        return value;
    }

    /** Returns a number of the query, or the default. */
    long number(String name, long otherwise) {
        String text = query.optionalText(name);
        if (text == null) {
            return otherwise;
        }
        if (!text.matches("[0-9]{1,18}")) {
            throw new IllegalArgumentException(name + " must be a number: " + text);
        }
        return Long.parseLong(text);
    }

    boolean isTrue(String name) {
        return Boolean.TRUE.equals(body.members().get(name));
    }
}

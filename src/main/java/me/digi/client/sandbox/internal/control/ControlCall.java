package me.digi.client.sandbox.internal.control;

import java.util.Map;
import me.digi.client.sandbox.internal.json.JsonView;
import org.jspecify.annotations.Nullable;

/** A request to the control API that was let in, with its body checked. */
record ControlCall(
        Map<String, String> variables,
        JsonView query,
        JsonView body,
        @Nullable String lastEventId) {
    /** The value of a variable of the path. */
    String path(String name) {
        String value = variables.get(name);
        if (value == null) {
            throw new IllegalStateException("no variable " + name);
        }
        return value;
    }

    /** A number of the query, or the default. */
    long number(String name, long otherwise) {
        String text = query.optionalText(name);
        if (text == null) {
            return otherwise;
        }
        if (!text.matches("[0-9]{1,18}")) {
            throw ControlException.malformed(name + " must be a number: " + text);
        }
        return Long.parseLong(text);
    }
}

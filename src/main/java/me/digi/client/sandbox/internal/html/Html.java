package me.digi.client.sandbox.internal.html;

import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** HTML. Text becomes HTML only here, where it is escaped. */
public final class Html {
    public static final Html NONE = new Html("");

    private final String markup;

    private Html(String markup) {
        this.markup = markup;
    }

    /**
     * Fills in a template with <code>{}</code> for each argument. Html is inserted as it is, everything else as escaped
     * text. An argument in an attribute must be in double quotes.
     */
    public static Html of(String template, Object... arguments) {
        String[] parts = template.split("\\{}", -1);
        if (parts.length != arguments.length + 1) {
            throw new IllegalArgumentException(
                    parts.length - 1 + " placeholders for " + arguments.length + " arguments: " + template);
        }
        StringBuilder text = new StringBuilder(parts[0]);
        for (int i = 0; i < arguments.length; i++) {
            Object argument = arguments[i];
            text.append(argument instanceof Html html ? html.markup : escape(String.valueOf(argument)));
            text.append(parts[i + 1]);
        }
        return new Html(text.toString());
    }

    /** Concatenates the HTML of each item. */
    public static <T> Html each(Iterable<T> items, Function<? super T, Html> markup) {
        return new Html(StreamSupport.stream(items.spliterator(), false)
                .map(item -> markup.apply(item).markup)
                .collect(Collectors.joining()));
    }

    /** Fills in the template if the condition is true; otherwise returns nothing. */
    public static Html when(boolean condition, String template, Object... arguments) {
        return condition ? of(template, arguments) : NONE;
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    @Override
    public String toString() {
        return markup;
    }
}

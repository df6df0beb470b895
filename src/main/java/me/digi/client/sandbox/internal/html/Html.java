package me.digi.client.sandbox.internal.html;

import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Markup. This is the only place where text becomes markup, and it is escaped there. */
public final class Html {
    public static final Html NONE = new Html("");

    private final String markup;

    private Html(String markup) {
        this.markup = markup;
    }

    /**
     * A template with <code>{}</code> for each argument: markup is inserted as it is, everything else as escaped text. An
     * argument in an attribute has to be between double quotes.
     */
    public static Html of(String template, Object... arguments) {
        String[] parts = template.split("\\{}", -1);
        if (parts.length != arguments.length + 1) {
            throw new IllegalArgumentException(
                    parts.length - 1 + " places for " + arguments.length + " arguments: " + template);
        }
        StringBuilder text = new StringBuilder(parts[0]);
        for (int i = 0; i < arguments.length; i++) {
            Object argument = arguments[i];
            text.append(argument instanceof Html html ? html.markup : escape(String.valueOf(argument)));
            text.append(parts[i + 1]);
        }
        return new Html(text.toString());
    }

    /** The markup of each item, one after the other. */
    public static <T> Html each(Iterable<T> items, Function<? super T, Html> markup) {
        return new Html(StreamSupport.stream(items.spliterator(), false)
                .map(item -> markup.apply(item).markup)
                .collect(Collectors.joining()));
    }

    /** The template, filled in, if the condition holds; otherwise nothing. */
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

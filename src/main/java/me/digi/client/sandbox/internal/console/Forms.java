package me.digi.client.sandbox.internal.console;

import java.util.List;
import me.digi.client.sandbox.internal.html.Html;
import me.digi.client.sandbox.internal.json.JsonView;
import org.jspecify.annotations.Nullable;

/** Parts of forms. */
final class Forms {
    private Forms() {}

    /** A button that is a form of its own, and the names and values that it sends, in turn. */
    static Html button(String action, String label, String... fields) {
        return form(action, Html.of("{}<button>{}</button>", hidden(fields), label));
    }

    /** A button that has to be uncovered first, as what it does cannot be undone. */
    static Html guarded(String action, String label, String confirmation, String... fields) {
        return Html.of(
                "<details class=\"guarded\"><summary>{}</summary>{}</details>\n",
                label,
                form(action, Html.of("{}<button class=\"danger\">{}</button>", hidden(fields), confirmation)));
    }

    static Html form(String action, Html content) {
        return Html.of("<form method=\"post\" action=\"{}\">{}</form>\n", action, content);
    }

    static Html select(String name, String label, List<Option> options, @Nullable String selected) {
        return Html.of(
                "<label>{}<select name=\"{}\">{}</select></label>\n",
                label,
                name,
                Html.each(
                        options,
                        option -> Html.of(
                                "<option value=\"{}\"{}>{}</option>\n",
                                option.value(),
                                Html.when(option.value().equals(selected), " selected"),
                                option.label())));
    }

    /** A number of a query, or the default if it is none. */
    static int number(JsonView query, String name, int otherwise) {
        String text = query.optionalText(name);
        return text != null && text.matches("[0-9]{1,9}") ? Integer.parseInt(text) : otherwise;
    }

    static Html hidden(String... fields) {
        Html all = Html.NONE;
        for (int i = 0; i < fields.length; i += 2) {
            all = Html.of("{}<input type=\"hidden\" name=\"{}\" value=\"{}\">", all, fields[i], fields[i + 1]);
        }
        return all;
    }

    /** One of a selection. */
    record Option(String value, String label) {
        Option(String both) {
            this(both, both);
        }
    }
}

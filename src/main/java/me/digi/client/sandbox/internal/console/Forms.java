package me.digi.client.sandbox.internal.console;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import me.digi.client.sandbox.internal.control.ControlCall;
import me.digi.client.sandbox.internal.control.Route;
import me.digi.client.sandbox.internal.document.Names;
import me.digi.client.sandbox.internal.html.Html;
import me.digi.client.sandbox.internal.html.HtmlDocument;
import me.digi.client.sandbox.internal.json.JsonView;
import org.jspecify.annotations.Nullable;

/** Parts of forms, and what they do. */
final class Forms {
    private Forms() {}

    /** Handles a form: carries out the change, then redirects the browser. */
    static Route route(String path, Consumer<ControlCall> change, Function<ControlCall, String> target) {
        return Route.post(path, call -> {
            change.accept(call);
            return HtmlDocument.redirect(303, target.apply(call));
        });
    }

    /**
     * A form that consists of a button.
     *
     * @param fields names and values in turn
     */
    static Html button(String action, String label, String... fields) {
        return form(action, Html.of("{}<button>{}</button>", hidden(fields), label));
    }

    /** A button that must be uncovered first, because its action cannot be undone. */
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

    static List<Option> options(Stream<String> values) {
        return values.map(Option::new).toList();
    }

    static List<Option> options(Enum<?>... constants) {
        return options(Arrays.stream(constants).map(Names::of));
    }

    /** A search for users by a part of their ids. */
    static Html userSearch(String text) {
        return Html.of("""
                <form class="row" role="search">
                <label>User<input name="text" type="search" value="{}" autocomplete="off" spellcheck="false"></label>
                <button>Find</button>
                </form>
                """, text);
    }

    /** Returns a field of a query, or an empty text. */
    static String text(JsonView query, String name) {
        String text = query.optionalText(name);
        return text == null ? "" : text;
    }

    /** Returns the options with another one before them. */
    static List<Option> with(Option first, List<Option> options) {
        List<Option> all = new ArrayList<>(options);
        all.add(0, first);
        return all;
    }

    /** Returns the number of a query, or the default. */
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

    /** An option of a selection. */
    record Option(String value, String label) {
        Option(String both) {
            this(both, both);
        }
    }
}

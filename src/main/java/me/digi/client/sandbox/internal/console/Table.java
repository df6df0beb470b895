package me.digi.client.sandbox.internal.console;

import java.util.List;
import java.util.function.Function;
import me.digi.client.sandbox.internal.html.Html;

/**
 * A table whose rows are shown as cards on small screens.
 *
 * @param headings of the columns; may be empty for buttons
 */
record Table(String cssClass, Html caption, List<String> headings) {
    static Table of(String... headings) {
        return new Table("cards", Html.NONE, List.of(headings));
    }

    Table caption(String text) {
        return new Table(cssClass, Html.of("<caption>{}</caption>\n", text), headings);
    }

    Table dense() {
        return new Table(cssClass + " dense", caption, headings);
    }

    <T> Html html(Iterable<T> items, Function<T, Row> row) {
        return Html.of(
                """
                <table class="{}">
                {}<thead><tr>{}</tr></thead>
                <tbody>
                {}</tbody>
                </table>
                """,
                cssClass,
                caption,
                Html.each(headings, heading -> Html.of("<th>{}</th>", heading)),
                Html.each(items, item -> html(row.apply(item))));
    }

    private Html html(Row row) {
        Html cells = Html.NONE;
        for (int i = 0; i < headings.size(); i++) {
            String heading = headings.get(i);
            Html label = Html.when(!heading.isEmpty(), " data-label=\"{}\"", heading);
            cells = Html.of("{}<td{}>{}</td>\n", cells, label, row.cells.get(i));
        }
        return Html.of("<tr{}>\n{}</tr>\n", Html.when(!row.id.isEmpty(), " id=\"{}\"", row.id), cells);
    }

    /**
     * A row.
     *
     * @param id of the element; empty if it has none
     * @param cells HTML or text, one for each heading
     */
    record Row(String id, List<Object> cells) {
        static Row of(Object... cells) {
            return new Row("", List.of(cells));
        }
    }
}

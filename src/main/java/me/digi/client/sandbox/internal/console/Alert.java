package me.digi.client.sandbox.internal.console;

import me.digi.client.sandbox.internal.html.Html;

/** A message that something did not work. */
final class Alert {
    private Alert() {}

    static Html of(String message) {
        return Html.of("<p role=\"alert\" class=\"alert\">{}</p>\n", message);
    }
}

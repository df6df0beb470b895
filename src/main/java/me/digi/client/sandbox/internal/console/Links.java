package me.digi.client.sandbox.internal.console;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import me.digi.client.sandbox.internal.html.Html;
import org.jspecify.annotations.Nullable;

/** URLs of the console, and links. */
final class Links {
    private Links() {}

    static String user(String id) {
        return Section.USERS.path() + "/" + encode(id);
    }

    static String contract(String id) {
        return Section.CONTRACTS.path() + "/" + encode(id);
    }

    static String request(long number) {
        return ConsoleService.PATH + "requests/" + number;
    }

    static Html toContract(String id) {
        return Html.of("<a href=\"{}\">{}</a>", contract(id), id);
    }

    /** A link to a user, or nothing. */
    static Html toUser(@Nullable String id) {
        return id == null ? Html.NONE : Html.of("<a href=\"{}\">{}</a>", user(id), id);
    }

    /** Encodes a text for a path or a query. */
    static String encode(String text) {
        return URLEncoder.encode(text, UTF_8).replace("+", "%20");
    }
}

package me.digi.client.sandbox.internal.console;

import java.util.Map;
import me.digi.client.sandbox.internal.html.Html;
import me.digi.client.sandbox.internal.jose.UnverifiedJwt;
import me.digi.client.sandbox.internal.json.Json;
import me.digi.client.sandbox.internal.json.NotJsonException;
import me.digi.client.sandbox.internal.json.ShapeException;
import org.jspecify.annotations.Nullable;

/** The headers, bodies and tokens of requests and responses. */
final class MessageView {
    private MessageView() {}

    static Html json(String title, @Nullable Map<String, ?> object) {
        return object == null
                ? Html.NONE
                : Html.of(
                        "<h3>{}</h3>\n<pre class=\"copy\" tabindex=\"0\">{}</pre>\n",
                        title,
                        Json.writeIndented(object));
    }

    static Html headers(Map<String, String> headers) {
        return Html.of(
                "<details><summary>Headers</summary><dl class=\"headers\">{}</dl></details>\n",
                Html.each(
                        headers.entrySet(),
                        header -> Html.of("<div><dt>{}</dt><dd>{}</dd></div>\n", header.getKey(), header.getValue())));
    }

    /** JSON is indented; other text is shown as it is. */
    static Html body(String text) {
        return text.isEmpty()
                ? Html.of("<p class=\"quiet\">No text body.</p>\n")
                : Html.of("<h3>Body</h3>\n<pre class=\"copy\" tabindex=\"0\">{}</pre>\n", indented(text));
    }

    /** The decoded JWT of a response, if it has one. */
    static Html signedToken(String body) {
        try {
            if (Json.parseObject(body).get("token") instanceof String token) {
                UnverifiedJwt jwt = UnverifiedJwt.parse(token);
                return Html.of(
                        "{}{}",
                        json("Header of the signed token", jwt.header()),
                        json("Claims of the signed token", jwt.claims().members()));
            }
        } catch (NotJsonException | ShapeException e) {
            // The body is shown as it was sent.
        }
        return Html.NONE;
    }

    private static String indented(String text) {
        try {
            return Json.writeIndented(Json.parseObject(text));
        } catch (NotJsonException e) {
            return text;
        }
    }
}

package me.digi.client.sandbox.internal.console;

import java.util.List;
import me.digi.client.sandbox.internal.html.Html;
import me.digi.client.sandbox.internal.html.HtmlDocument;
import me.digi.client.sandbox.internal.http.Response;
import org.jspecify.annotations.Nullable;

/** The frame of all pages of the console. */
final class Layout {
    private Layout() {}

    static Response page(Section section, String title, Html content) {
        return page(200, section, title, content);
    }

    /** An error page. */
    static Response error(int status, String title, String message) {
        return page(status, null, title, alert(message));
    }

    /** A page without navigation, for browsers that are not signed in. */
    static Response outside(int status, String title, Html content) {
        return HtmlDocument.response(status, title, Html.of("""
                        <body class="consent">
                        <p class="mark"><b>Local sandbox.</b> This is not digi.me.</p>
                        <main>
                        <h1>{}</h1>
                        {}</main>
                        </body>
                        """, title, content));
    }

    static Html alert(String message) {
        return Html.of("<p role=\"alert\" class=\"alert\">{}</p>\n", message);
    }

    private static Response page(int status, @Nullable Section section, String title, Html content) {
        return HtmlDocument.response(
                status,
                title,
                Html.of(
                        """
                        <body class="console">
                        <a class="skip" href="#main">Skip to the content</a>
                        <header>
                        <p class="brand">digi.me <b>sandbox</b></p>
                        <nav aria-label="Console">{}</nav>
                        </header>
                        <main id="main" tabindex="-1">
                        <h1>{}</h1>
                        {}</main>
                        <footer>A local sandbox shows tokens and private keys in full: do not put real data into it. Times are in UTC.</footer>
                        </body>
                        """,
                        Html.each(List.of(Section.values()), entry -> entry(entry, entry == section)),
                        title,
                        content));
    }

    private static Html entry(Section section, boolean current) {
        return Html.of(
                "<a href=\"{}\"{}>{}</a>\n",
                section.path(),
                Html.when(current, " aria-current=\"page\""),
                section.label());
    }
}

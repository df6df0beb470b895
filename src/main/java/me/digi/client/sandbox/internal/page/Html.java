package me.digi.client.sandbox.internal.page;

import java.util.Locale;
import me.digi.client.sandbox.internal.state.Consent;
import me.digi.client.sandbox.internal.state.User;
import org.jspecify.annotations.Nullable;

/** How the pages look. Whatever comes from outside is escaped. */
final class Html {
    private Html() {}

    static String consent(String applicationId, Pages.Opened opened, @Nullable String query) {
        Consent consent = opened.consent();
        User user = consent.terms().user();
        return page(
                "Consent",
                String.format(
                        Locale.ROOT,
                        """
                <p>Do you allow the application <b>%s</b>, under the contract <b>%s</b>, %s?</p>
                <p>You are <b>%s</b>.</p>
                %s%s
                <p><small>This is a sandbox: no data of anybody's is behind it.</small></p>
                """,
                        escape(applicationId),
                        escape(consent.contract().id()),
                        escape(opened.page().question()),
                        user == null ? "a new user" : escape(user.id()),
                        button(opened, "allow", "Allow", query),
                        button(opened, "deny", "Deny", query)));
    }

    static String error(String message) {
        return page("This link does not work", "<p>" + escape(message) + "</p>\n");
    }

    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    private static String button(Pages.Opened opened, String decision, String label, @Nullable String query) {
        String target = opened.page().name() + "/" + decision + (query == null ? "" : "?" + query);
        return "<form method=\"post\" action=\"" + escape(target) + "\"><button>" + label + "</button></form>\n";
    }

    private static String page(String title, String content) {
        return String.format(Locale.ROOT, """
                <!doctype html>
                <html lang="en">
                <head><meta charset="utf-8"><title>%s - digi.me sandbox</title></head>
                <body>
                <h1>%s</h1>
                %s</body>
                </html>
                """, title, title, content);
    }
}

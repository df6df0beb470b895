package me.digi.client.sandbox.internal.html;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Map;
import me.digi.client.sandbox.internal.http.Response;

/** Responses with HTML. A document loads only the sandbox's own files, and cannot be framed. */
public final class HtmlDocument {
    private static final Map<String, String> HEADERS = Map.of(
            "Content-Type",
            "text/html; charset=utf-8",
            "Cache-Control",
            "no-store",
            "X-Content-Type-Options",
            "nosniff",
            // Forms name their origin only to the sandbox itself.
            "Referrer-Policy",
            "same-origin",
            "Content-Security-Policy",
            "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self';"
                    + " base-uri 'none'; frame-ancestors 'none'");

    private HtmlDocument() {}

    public static Response response(int status, String title, Html body) {
        Html document = Html.of("""
                <!doctype html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <meta name="color-scheme" content="light dark">
                <title>{} - digi.me sandbox</title>
                <link rel="stylesheet" href="{}sandbox.css">
                <link rel="icon" href="{}icon.svg">
                <script src="{}sandbox.js" defer></script>
                </head>
                {}
                </html>
                """, title, StaticFiles.PATH, StaticFiles.PATH, StaticFiles.PATH, body);
        return Response.of(status, HEADERS, document.toString().getBytes(UTF_8));
    }

    /** Redirects the browser. After a form, reloading the page does not send the form again. */
    public static Response redirect(int status, String target) {
        return Response.of(status, Map.of("Location", target, "Cache-Control", "no-store"), new byte[0]);
    }
}

package me.digi.client.sandbox.internal.console;

import me.digi.client.sandbox.internal.control.ControlGuard;
import me.digi.client.sandbox.internal.html.Html;
import me.digi.client.sandbox.internal.html.HtmlDocument;
import me.digi.client.sandbox.internal.http.Response;

/**
 * Signs a browser in with the token of the control API, which becomes a cookie that scripts and other sites cannot use.
 */
final class SignIn {
    static final String PATH = ConsoleService.PATH + "sign-in";

    private final ControlGuard guard;

    SignIn(ControlGuard guard) {
        this.guard = guard;
    }

    Response form(int status, String message) {
        return Layout.outside(status, "Console of the sandbox", Html.of("""
                        <p role="status">{}</p>
                        <form method="post" action="{}">
                        <label>Token<input name="token" required autocomplete="off" spellcheck="false"></label>
                        <p class="quiet">The sandbox printed it when it started, with a link to this console. It is also in the
                        file <code>control-token</code> of its directory.</p>
                        <button class="primary">Open the console</button>
                        </form>
                        """, message, PATH));
    }

    /** Redirects to the console if the token is correct. */
    Response signIn(String token) {
        if (!guard.isToken(token)) {
            return form(401, "This is not the token of this sandbox.");
        }
        return HtmlDocument.redirect(303, ConsoleService.PATH)
                .withHeader("Set-Cookie", ControlGuard.COOKIE + "=" + token + "; Path=/; HttpOnly; SameSite=Strict");
    }
}

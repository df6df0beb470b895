package me.digi.client.sandbox.internal.operation;

import java.util.List;
import me.digi.client.sandbox.internal.json.JsonView;
import me.digi.client.sandbox.internal.protocol.ApiErrors;
import me.digi.client.sandbox.internal.protocol.Call;

/** The redirect URI must be registered in the contract, letter by letter. */
final class RedirectUris {
    private RedirectUris() {}

    static void check(Call call) {
        check(call, "claims.redirect_uri", call.claims().text("redirect_uri"));
    }

    /** An empty state is what the official SDK for Node.js sends if the application sets none. */
    static List<String> remarks(JsonView claims) {
        return "".equals(claims.optionalText("state"))
                ? List.of("claims.state is empty: nothing tells the callback from a forged one")
                : List.of();
    }

    /** The same for a redirect URI that comes somewhere else. */
    static void check(Call call, String where, String redirectUri) {
        if (!call.contract().redirectUris().contains(redirectUri)) {
            call.refuse(ApiErrors.redirectUri(where, redirectUri));
        }
    }
}

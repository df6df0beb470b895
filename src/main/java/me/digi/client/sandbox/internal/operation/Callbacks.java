package me.digi.client.sandbox.internal.operation;

import me.digi.client.sandbox.internal.protocol.Call;
import me.digi.client.sandbox.internal.protocol.Refusals;

/** The callback must be registered in the contract, letter by letter. */
final class Callbacks {
    private Callbacks() {}

    static void check(Call call) {
        check(call, "claims.redirect_uri", call.claims().text("redirect_uri"));
    }

    /** The same for a callback that comes somewhere else. */
    static void check(Call call, String where, String callback) {
        if (!call.contract().callbacks().contains(callback)) {
            throw Refusals.redirectUri(where);
        }
    }
}

package me.digi.client.sandbox.internal.operation;

import me.digi.client.sandbox.internal.protocol.Call;
import me.digi.client.sandbox.internal.protocol.Refusals;

/** The callback must be registered in the contract, letter by letter. */
final class Callbacks {
    private Callbacks() {}

    static void check(Call call) {
        if (!call.contract().callbacks().contains(call.claims().text("redirect_uri"))) {
            throw Refusals.redirectUri();
        }
    }
}

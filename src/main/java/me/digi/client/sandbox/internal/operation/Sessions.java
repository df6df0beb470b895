package me.digi.client.sandbox.internal.operation;

import me.digi.client.sandbox.internal.protocol.ApiErrors;
import me.digi.client.sandbox.internal.protocol.Call;
import me.digi.client.sandbox.internal.protocol.Rule;
import me.digi.client.sandbox.internal.state.ReadSession;
import me.digi.client.sandbox.internal.state.User;

/** The session and the file that a request names. */
final class Sessions {
    private Sessions() {}

    /** The session, which must belong to the user and the contract, and not have expired. */
    static ReadSession session(Call call) {
        User user = AccessTokens.authorizedUser(call);
        ReadSession session = call.world().sessions().byKey(call.path("sessionKey"));
        if (session == null || !session.isOf(user, call.contract())) {
            throw ApiErrors.session(Rule.SESSION, "there is no such session of this user and contract");
        }
        if (session.isExpired(call.now())) {
            call.refuse(ApiErrors.session(Rule.SESSION_EXPIRY, "the session has expired"));
        }
        return session;
    }

    /** The file, which must have been listed, and be ready. */
    static ReadSession.Listed file(Call call) {
        ReadSession.Listed file = session(call).file(call.path("fileName"));
        if (file == null) {
            throw ApiErrors.notFound(Rule.FILE, "the session has no file of that name so far");
        }
        if (!file.isReady()) {
            throw ApiErrors.notFound(Rule.FILE, "the file is not ready yet");
        }
        return file;
    }
}

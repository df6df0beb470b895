package me.digi.client.sandbox.internal.operation;

import me.digi.client.sandbox.internal.json.ObjectShape;
import me.digi.client.sandbox.internal.json.Shape;
import me.digi.client.sandbox.internal.protocol.ApiErrors;
import me.digi.client.sandbox.internal.protocol.Call;
import me.digi.client.sandbox.internal.state.IssuedToken;
import me.digi.client.sandbox.internal.state.User;

/** Whose access token a request claims to have, and what the operation expects of it. */
final class AccessTokens {
    private static final String CLAIM = "access_token";

    /** The claim that all calls about a user's data have, and no other. */
    static final ObjectShape CLAIMS = ObjectShape.object().required(CLAIM, Shape.text());

    private AccessTokens() {}

    /** For calls about the user's data: the token is this contract's, of the live pair, and not expired. */
    static User authorizedUser(Call call) {
        IssuedToken token = ofContract(call);
        if (!token.isLive()) {
            throw ApiErrors.invalidToken(CLAIM);
        }
        if (token.isExpired(call.now())) {
            throw ApiErrors.expiredToken(CLAIM);
        }
        return token.grant().user();
    }

    /** For reauthorizing: the token is, or was, this contract's. */
    static User userOfContract(Call call) {
        return ofContract(call).grant().user();
    }

    /** For authorizing a user who is known: the token is, or was, any contract's of the application. */
    static User anyUser(Call call) {
        return issued(call).grant().user();
    }

    private static IssuedToken ofContract(Call call) {
        IssuedToken token = issued(call);
        if (!token.grant().contract().equals(call.contract())) {
            throw ApiErrors.invalidToken(CLAIM);
        }
        return token;
    }

    private static IssuedToken issued(Call call) {
        IssuedToken token = call.world().grants().token(call.claims().text(CLAIM));
        if (token == null || token.grant().user().isDeleted()) {
            throw ApiErrors.invalidToken(CLAIM);
        }
        if (token.kind() != IssuedToken.Kind.ACCESS) {
            throw ApiErrors.wrongTokenType(CLAIM);
        }
        return token;
    }
}

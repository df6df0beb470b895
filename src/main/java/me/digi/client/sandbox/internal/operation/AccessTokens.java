package me.digi.client.sandbox.internal.operation;

import me.digi.client.sandbox.internal.json.ObjectShape;
import me.digi.client.sandbox.internal.json.Shape;
import me.digi.client.sandbox.internal.protocol.ApiErrors;
import me.digi.client.sandbox.internal.protocol.Call;
import me.digi.client.sandbox.internal.protocol.Rule;
import me.digi.client.sandbox.internal.state.IssuedToken;
import me.digi.client.sandbox.internal.state.User;

/** The access token of a request, and what the operation asks of it. */
final class AccessTokens {
    private static final String CLAIM = "access_token";

    /** The claim of all requests about a user's data. */
    static final ObjectShape CLAIMS = ObjectShape.object().required(CLAIM, Shape.text());

    private AccessTokens() {}

    /** For calls about the user's data: the token is this contract's, of the live pair, and not expired. */
    static User authorizedUser(Call call) {
        IssuedToken token = ofContract(call);
        if (!token.isLive()) {
            call.refuse(ApiErrors.invalidToken(
                    Rule.ACCESS_TOKEN_LIVE, CLAIM, "a token of an earlier pair, or of a grant that was revoked"));
        }
        if (token.isExpired(call.now())) {
            call.refuse(ApiErrors.expiredToken(
                    Rule.ACCESS_TOKEN_EXPIRY, CLAIM, token.expiresAt().toString()));
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
            throw ApiErrors.invalidToken(
                    Rule.ACCESS_TOKEN,
                    CLAIM,
                    "a token of the contract " + token.grant().contract().id());
        }
        return token;
    }

    private static IssuedToken issued(Call call) {
        String value = call.claims().text(CLAIM);
        IssuedToken token = call.world().grants().token(value);
        if (token == null || token.grant().user().isDeleted()) {
            throw ApiErrors.invalidToken(
                    Rule.ACCESS_TOKEN, CLAIM, "an unknown token, or of a deleted user, " + ApiErrors.shortened(value));
        }
        if (token.kind() != IssuedToken.Kind.ACCESS) {
            throw ApiErrors.wrongTokenType(CLAIM);
        }
        return token;
    }
}

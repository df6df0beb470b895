package me.digi.client.sandbox.internal.operation;

import me.digi.client.sandbox.internal.json.ObjectShape;
import me.digi.client.sandbox.internal.json.Shape;
import me.digi.client.sandbox.internal.protocol.ApiErrors;
import me.digi.client.sandbox.internal.protocol.Call;
import me.digi.client.sandbox.internal.protocol.Rule;
import me.digi.client.sandbox.internal.state.IssuedToken;
import me.digi.client.sandbox.internal.state.User;

/** Checks the access token of a request. */
final class AccessTokens {
    private static final String CLAIM = "access_token";

    /** The claim of all requests for a user's data. */
    static final ObjectShape CLAIMS = ObjectShape.object().required(CLAIM, Shape.text());

    private AccessTokens() {}

    /** For requests for the user's data: the token must be of this contract, of the live pair, and not expired. */
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

    /** For a user to reauthorize: the token must be of this contract, live or not. */
    static User userOfContract(Call call) {
        return ofContract(call).grant().user();
    }

    /** For a known user to authorize: the token may be of any contract, live or not. */
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
                    Rule.ACCESS_TOKEN,
                    CLAIM,
                    "an unknown token, or one of a deleted user, " + ApiErrors.shortened(value));
        }
        if (token.kind() != IssuedToken.Kind.ACCESS) {
            throw ApiErrors.wrongTokenType(CLAIM);
        }
        return token;
    }
}

package me.digi.client.sandbox.internal.operation;

import java.util.List;
import java.util.Map;
import me.digi.client.sandbox.Operation;
import me.digi.client.sandbox.internal.json.JsonView;
import me.digi.client.sandbox.internal.json.ObjectShape;
import me.digi.client.sandbox.internal.json.Shape;
import me.digi.client.sandbox.internal.protocol.ApiErrors;
import me.digi.client.sandbox.internal.protocol.ApiOperation;
import me.digi.client.sandbox.internal.protocol.ApiResponse;
import me.digi.client.sandbox.internal.protocol.Call;
import me.digi.client.sandbox.internal.state.Consent;
import me.digi.client.sandbox.internal.state.Reference;
import me.digi.client.sandbox.internal.state.User;
import org.jspecify.annotations.Nullable;

/** Prepares the pages on which a user consents, and names ids for their URLs. */
final class AuthorizationOperations {
    private static final ObjectShape CLAIMS = ObjectShape.object().required("redirect_uri", Shape.text());

    private AuthorizationOperations() {}

    /**
     * Returns the pre-authorization code for the page {@code authorize}, and a session. An access token of any
     * contract, even an old one, identifies the user; without one, the user is new.
     */
    static ApiOperation authorize() {
        return new ApiOperation(Operation.AUTHORIZE, "POST", "oauth/authorize")
                .claims(CLAIMS.required("state", Shape.anyText())
                        .required("response_type", Shape.oneOf("code"))
                        .required("response_mode", Shape.oneOf("query"))
                        .required("code_challenge", Pkce.SHAPE)
                        .required("code_challenge_method", Shape.oneOf("S256"))
                        .optional("access_token", Shape.text()))
                .remarks((claims, query) -> remarks(claims))
                .body(Bodies.AGENT_AND_ACTIONS)
                .handle(AuthorizationOperations::handleAuthorize);
    }

    /**
     * Returns the reference code for a page about a known user. The claims decide which page it is for:
     *
     * <ul>
     *   <li>with a code challenge, {@code user-reauth}, which ends with an authorization code. It serves users whose
     * tokens
     *       are no longer accepted, so any access token that this contract ever had for the user is valid;
     *   <li>without one, {@code onboard} (optionally with {@code state}) or {@code reauthorize} (without). These need a
     *       current access token.
     * </ul>
     */
    static ApiOperation createTokenReference() {
        return new ApiOperation(Operation.CREATE_TOKEN_REFERENCE, "POST", "oauth/token/reference")
                .claims(CLAIMS.and(AccessTokens.CLAIMS)
                        .optional("state", Shape.anyText())
                        .optional("code_challenge", Pkce.SHAPE)
                        .optional("code_challenge_method", Shape.oneOf("S256"))
                        .together("code_challenge", "code_challenge_method"))
                .remarks((claims, query) -> remarks(claims))
                .body(Bodies.AGENT_AND_ACTIONS)
                .handle(AuthorizationOperations::handleCreateTokenReference);
    }

    /** Returns a reference to an account or a storage, for the URL of a page. */
    static ApiOperation createReference() {
        return new ApiOperation(Operation.CREATE_REFERENCE, "POST", "reference")
                .body(ObjectShape.object()
                        .required("type", Shape.oneOf("accountId", "cloudId"))
                        .required("value", Shape.text()))
                .handle(call -> {
                    Reference reference = new Reference(
                            call.contract(),
                            call.body().text("type"),
                            call.body().text("value"));
                    return ApiResponse.created(Map.of("id", call.world().createReference(reference)));
                });
    }

    /** Checks that the redirect URI is registered in the contract, character by character. */
    static void checkRedirectUri(Call call, String where, String redirectUri) {
        if (!call.contract().redirectUris().contains(redirectUri)) {
            call.refuse(ApiErrors.redirectUri(where, redirectUri));
        }
    }

    private static ApiResponse handleAuthorize(Call call) {
        check(call);
        User user = call.claims().has("access_token") ? AccessTokens.anyUser(call) : null;
        return start(call, Consent.Purpose.AUTHORIZE, user, "preauthorization_code");
    }

    private static ApiResponse handleCreateTokenReference(Call call) {
        check(call);
        return call.claims().has("code_challenge")
                ? start(call, Consent.Purpose.REAUTHORIZE_USER, AccessTokens.userOfContract(call), "reference_code")
                : start(call, Consent.Purpose.ACCOUNT, AccessTokens.authorizedUser(call), "reference_code");
    }

    private static void check(Call call) {
        checkRedirectUri(call, "claims.redirect_uri", call.claims().text("redirect_uri"));
        Bodies.check(call);
    }

    private static ApiResponse start(Call call, Consent.Purpose purpose, @Nullable User user, String codeName) {
        JsonView claims = call.claims();
        Consent.Terms terms = new Consent.Terms(
                claims.text("redirect_uri"),
                claims.optionalText("state"),
                claims.optionalText("code_challenge"),
                user,
                null,
                SessionScope.plan(
                        call.body().object("actions").object("pull"),
                        call.world().catalogue()));
        Consent consent = call.world().startConsent(purpose, call.contract(), terms);
        return ApiResponse.signed(
                Map.of(codeName, consent.code()),
                ReadOperations.session(
                        consent.session().key(), consent.session().expiresAt()));
    }

    /** The official SDK for Node.js sends an empty state if the application sets none. */
    private static List<String> remarks(JsonView claims) {
        return "".equals(claims.optionalText("state"))
                ? List.of("claims.state is empty, so a forged callback cannot be recognized")
                : List.of();
    }
}

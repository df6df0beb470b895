package me.digi.client.sandbox.internal.operation;

import java.util.Map;
import me.digi.client.sandbox.Operation;
import me.digi.client.sandbox.internal.json.ObjectShape;
import me.digi.client.sandbox.internal.json.Shape;
import me.digi.client.sandbox.internal.protocol.ApiErrors;
import me.digi.client.sandbox.internal.protocol.ApiOperation;
import me.digi.client.sandbox.internal.protocol.ApiResponse;
import me.digi.client.sandbox.internal.protocol.Call;
import me.digi.client.sandbox.internal.protocol.Rule;
import me.digi.client.sandbox.internal.state.Consent;
import me.digi.client.sandbox.internal.state.SessionPlan;
import me.digi.client.sandbox.internal.state.User;

/** Reads and deletes accounts and users. A header names the account; the path has {@code h:accountId} literally. */
final class AccountOperations {
    private static final String HEADER = "accountId";
    static final ObjectShape HEADERS = ObjectShape.object().required(HEADER, Shape.text());

    private AccountOperations() {}

    static ApiOperation listAccounts() {
        return new ApiOperation(Operation.LIST_ACCOUNTS, "GET", "permission-access/accounts")
                .claims(AccessTokens.CLAIMS)
                .handle(call -> ApiResponse.json(
                        AccessTokens.authorizedUser(call).library().accounts()));
    }

    static ApiOperation deleteAccount() {
        return new ApiOperation(Operation.DELETE_ACCOUNT, "DELETE", "permission-access/service/h:accountId")
                .claims(AccessTokens.CLAIMS)
                .headers(HEADERS)
                .handle(call -> {
                    User user = AccessTokens.authorizedUser(call);
                    user.library().removeAccount(accountId(call, user));
                    return ApiResponse.done();
                });
    }

    /** Returns the URL of the page {@code revoke}, where the user revokes digi.me's access to an account. */
    static ApiOperation revokeAccountPermission(String onboardUrl) {
        return new ApiOperation(Operation.REVOKE_ACCOUNT_PERMISSION, "GET", "permission-access/revoke/h:accountId")
                .claims(AccessTokens.CLAIMS)
                .headers(HEADERS.required("redirectUri", Shape.text()))
                .handle(call -> {
                    User user = AccessTokens.authorizedUser(call);
                    String redirectUri = call.headers().text("redirectUri");
                    AuthorizationOperations.checkRedirectUri(call, "header.redirectUri", redirectUri);
                    Consent consent = call.world()
                            .startConsent(
                                    Consent.Purpose.REVOKE_ACCOUNT,
                                    call.contract(),
                                    new Consent.Terms(
                                            redirectUri, null, null, user, accountId(call, user), SessionPlan.ALL));
                    return ApiResponse.json(Map.of("location", onboardUrl + "revoke?code=" + consent.code()));
                });
    }

    /** Deletes the user with all data. All tokens of the user become invalid, under every contract. */
    static ApiOperation deleteUser() {
        return new ApiOperation(Operation.DELETE_USER, "DELETE", "user")
                .claims(AccessTokens.CLAIMS)
                .handle(call -> {
                    call.world().delete(AccessTokens.authorizedUser(call));
                    return ApiResponse.done();
                });
    }

    /** Returns the account that the header names, which must be the user's. */
    static String accountId(Call call, User user) {
        String id = call.headers().text(HEADER);
        if (user.library().account(id) == null) {
            throw ApiErrors.notFound(Rule.ACCOUNT, "the user has no account of that id");
        }
        return id;
    }
}

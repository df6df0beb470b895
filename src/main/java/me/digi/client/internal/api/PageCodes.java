package me.digi.client.internal.api;

import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import me.digi.client.auth.ContractDetails;
import me.digi.client.auth.UserAccessToken;
import me.digi.client.error.ApiException;
import me.digi.client.error.ErrorCode;
import me.digi.client.error.UnexpectedResponseException;
import me.digi.client.error.UnknownTokenException;
import me.digi.client.internal.crypto.Pkce;
import me.digi.client.internal.http.CallContext;
import me.digi.client.internal.http.CallSpec;
import me.digi.client.internal.http.Caller;
import me.digi.client.internal.http.Operation;
import me.digi.client.internal.io.Deadline;
import me.digi.client.internal.io.WhiteSpace;
import me.digi.client.internal.oauth.ContractCaller;
import me.digi.client.internal.token.Grant;
import me.digi.client.internal.wire.Actions;
import me.digi.client.internal.wire.ActionsRequest;
import me.digi.client.internal.wire.CodeResponse;
import me.digi.client.internal.wire.OAuthApi;
import me.digi.client.internal.wire.ReferenceRequest;
import me.digi.client.read.Session;
import me.digi.client.read.SessionOptions;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;

/**
 * Requests the codes for a contract's pages. Safe to repeat: a code whose response was lost is unused, and expires.
 * Safe for use by many threads.
 */
final class PageCodes {
    private static final int UNAUTHORIZED = 401;

    private final ClientParts parts;
    private final ContractDetails contract;
    private final Duration callTimeout;
    private final OAuthApi api;

    PageCodes(ClientParts parts, ContractDetails contract, Duration callTimeout) {
        this.parts = parts;
        this.contract = contract;
        this.callTimeout = callTimeout;
        this.api = parts.http.tokens(OAuthApi.class);
    }

    URI onboardUrl() {
        return parts.http.environment().onboardUrl();
    }

    String contractId() {
        return contract.contractId();
    }

    String newState() {
        return parts.randomStrings.next();
    }

    Deadline deadline() {
        return Deadline.after(callTimeout);
    }

    /** The user's grant, which may not be stored. */
    Grant grant(String userKey) {
        return parts.grants.of(contract, userKey);
    }

    /** A code for consenting. The token, which may have expired, only identifies the user. */
    Code authorize(
            Map<String, String> claims,
            @Nullable UserAccessToken token,
            @Nullable SessionOptions options,
            Deadline deadline) {
        return consent(
                OAuthApi.AUTHORIZE, claims, token, deadline, context -> api.authorize(context, actions(options)));
    }

    /** A code for consenting again, which refers to a token, which may have expired. */
    Code reauthorize(
            Map<String, String> claims, UserAccessToken token, @Nullable SessionOptions options, Deadline deadline) {
        return consent(
                OAuthApi.CREATE_TOKEN_REFERENCE,
                claims,
                token,
                deadline,
                context -> api.createTokenReference(context, actions(options)));
    }

    /** A code that refers to a user's valid token. */
    Code userReference(Caller user, Map<String, String> claims, @Nullable SessionOptions options, Deadline deadline) {
        parts.responses.ensureKeysKnown(deadline);
        return user.execute(
                CallSpec.of(OAuthApi.CREATE_TOKEN_REFERENCE).withClaims(claims),
                deadline,
                context -> api.createTokenReference(context, actions(options)),
                (status, response) -> code(OAuthApi.CREATE_TOKEN_REFERENCE, status, response, deadline, null));
    }

    /** A reference to a storage or an account. */
    String reference(String type, String value, Deadline deadline) {
        return new ContractCaller(parts.http, parts.contracts.signer(contract), callTimeout, false)
                .execute(
                        CallSpec.of(OAuthApi.CREATE_REFERENCE),
                        deadline,
                        context -> api.createReference(context, new ReferenceRequest(type, value)),
                        (status, response) -> present(OAuthApi.CREATE_REFERENCE, status, "$.id", response.id()));
    }

    /** What a page's URL must have. */
    private static String present(Operation operation, int status, String where, String value) {
        if (WhiteSpace.isBlank(value)) {
            throw new UnexpectedResponseException(operation.id(), status, where, "blank");
        }
        return value;
    }

    /** Each attempt has a code verifier of its own; the one of the last attempt sent counts. */
    private Code consent(
            Operation operation,
            Map<String, String> claims,
            @Nullable UserAccessToken token,
            Deadline deadline,
            Function<CallContext, Call<CodeResponse>> request) {
        parts.responses.ensureKeysKnown(deadline);
        String accessToken = token == null ? null : token.accessToken().value();
        AtomicReference<@Nullable Pkce> latest = new AtomicReference<>();
        CallContext context = new CallContext(
                operation,
                deadline,
                parts.contracts.signer(contract).forRequest(() -> {
                    Pkce pkce = Pkce.create(parts.randomStrings);
                    latest.set(pkce);
                    return consentClaims(claims, accessToken, pkce);
                }),
                accessToken == null ? List.of() : List.of(accessToken),
                null);
        CodeResponse response;
        try {
            response = parts.http.calls().execute(context, request.apply(context));
        } catch (ApiException failure) {
            boolean isUnknown = failure.status() == UNAUTHORIZED && ErrorCode.INVALID_TOKEN.equals(failure.code());
            throw accessToken != null && isUnknown ? new UnknownTokenException(failure) : failure;
        }
        return code(operation, context.status(), response, deadline, latest.get());
    }

    private static Map<String, String> consentClaims(
            Map<String, String> claims, @Nullable String accessToken, Pkce pkce) {
        Map<String, String> all = new HashMap<>(claims);
        if (accessToken != null) {
            all.put("access_token", accessToken);
        }
        all.put("code_challenge", pkce.codeChallenge());
        all.put("code_challenge_method", "S256");
        return all;
    }

    private Code code(Operation operation, int status, CodeResponse response, Deadline deadline, @Nullable Pkce pkce) {
        String member = operation.equals(OAuthApi.AUTHORIZE) ? "preauthorization_code" : "reference_code";
        String code = parts.responses.readText(operation, status, response.token(), member, deadline);
        return new Code(
                present(operation, status, "token", code),
                response.session(),
                pkce == null ? null : pkce.codeVerifier());
    }

    private ActionsRequest actions(@Nullable SessionOptions options) {
        Actions actions = options == null ? null : new Actions(SessionMapping.toWire(options));
        return new ActionsRequest(SessionMapping.toWire(parts.agent), actions);
    }

    /**
     * A code for a page's URL.
     *
     * @param session to read with after the user returns
     * @param codeVerifier if the page is for consenting
     */
    record Code(String code, Session session, @Nullable String codeVerifier) {
        @Override
        public String toString() {
            return "Code[***]";
        }
    }
}

package me.digi.client.internal.api;

import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import me.digi.client.Agent;
import me.digi.client.auth.ContractDetails;
import me.digi.client.auth.UserAccessToken;
import me.digi.client.error.ApiException;
import me.digi.client.error.ErrorCode;
import me.digi.client.error.UnknownTokenException;
import me.digi.client.internal.crypto.RandomStrings;
import me.digi.client.internal.http.CallContext;
import me.digi.client.internal.http.CallSpec;
import me.digi.client.internal.http.Caller;
import me.digi.client.internal.http.HttpStack;
import me.digi.client.internal.http.Operation;
import me.digi.client.internal.io.Deadline;
import me.digi.client.internal.oauth.ContractCaller;
import me.digi.client.internal.oauth.Contracts;
import me.digi.client.internal.oauth.SignedResponses;
import me.digi.client.internal.read.SessionMapping;
import me.digi.client.internal.wire.Actions;
import me.digi.client.internal.wire.ActionsRequest;
import me.digi.client.internal.wire.CodeResponse;
import me.digi.client.internal.wire.OAuthApi;
import me.digi.client.internal.wire.PreauthorizationPayload;
import me.digi.client.internal.wire.ReferencePayload;
import me.digi.client.internal.wire.ReferenceRequest;
import me.digi.client.read.Session;
import me.digi.client.read.SessionOptions;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;

/**
 * Requests the codes for pages. Safe to repeat: a code whose response was lost is unused, and expires. Safe for use by
 * many threads.
 */
public final class PageCodes {
    private static final int UNAUTHORIZED = 401;

    private final HttpStack http;
    private final OAuthApi api;
    private final Contracts contracts;
    private final SignedResponses responses;
    private final URI onboardUrl;
    private final RandomStrings random;
    private final @Nullable Agent agent;
    private final Duration callTimeout;

    public PageCodes(
            HttpStack http,
            Contracts contracts,
            SignedResponses responses,
            URI onboardUrl,
            RandomStrings random,
            @Nullable Agent agent,
            Duration callTimeout) {
        this.http = http;
        this.api = http.tokens(OAuthApi.class);
        this.contracts = contracts;
        this.responses = responses;
        this.onboardUrl = onboardUrl;
        this.random = random;
        this.agent = agent;
        this.callTimeout = callTimeout;
    }

    PageAddress page(String name) {
        return new PageAddress(onboardUrl, name);
    }

    RandomStrings random() {
        return random;
    }

    Deadline deadline() {
        return Deadline.after(callTimeout);
    }

    Code authorize(
            ContractDetails contract,
            Supplier<Map<String, String>> claims,
            List<String> secrets,
            @Nullable SessionOptions options,
            Deadline deadline) {
        Operation operation = OAuthApi.AUTHORIZE;
        responses.ensureKeysKnown(deadline);
        CallContext context = context(operation, contract, claims, secrets, deadline);
        boolean hasToken = !secrets.isEmpty();
        CodeResponse response = respond(context, api.authorize(context, actions(options)), hasToken);
        int status = context.status();
        PreauthorizationPayload payload =
                responses.read(operation, status, response.token(), PreauthorizationPayload.class, deadline);
        return code(operation, status, payload.preauthorizationCode(), response);
    }

    /** A code that refers to a token, which may have expired. */
    Code userReference(
            ContractDetails contract,
            UserAccessToken token,
            Supplier<Map<String, String>> claims,
            @Nullable SessionOptions options,
            Deadline deadline) {
        responses.ensureKeysKnown(deadline);
        String accessToken = token.accessToken().value();
        CallContext context = context(
                OAuthApi.CREATE_TOKEN_REFERENCE,
                contract,
                () -> {
                    Map<String, String> all = new HashMap<>(claims.get());
                    all.put("access_token", accessToken);
                    return all;
                },
                List.of(accessToken),
                deadline);
        CodeResponse response = respond(context, api.createTokenReference(context, actions(options)), true);
        return tokenReference(context.status(), response, deadline);
    }

    /** The access token only identifies the user, and may have expired. */
    private CodeResponse respond(CallContext context, Call<CodeResponse> call, boolean hasToken) {
        try {
            return http.calls().execute(context, call);
        } catch (ApiException failure) {
            if (hasToken && failure.status() == UNAUTHORIZED && ErrorCode.INVALID_TOKEN.equals(failure.code())) {
                throw new UnknownTokenException(failure);
            }
            throw failure;
        }
    }

    /** A code that refers to a user's valid token. */
    Code userReference(Caller user, Map<String, String> claims, @Nullable SessionOptions options, Deadline deadline) {
        responses.ensureKeysKnown(deadline);
        return user.execute(
                CallSpec.of(OAuthApi.CREATE_TOKEN_REFERENCE).withClaims(claims),
                deadline,
                context -> api.createTokenReference(context, actions(options)),
                (status, response) -> tokenReference(status, response, deadline));
    }

    /** A reference to a storage or an account. */
    String reference(ContractDetails contract, String type, String value, Deadline deadline) {
        return ContractCaller.ofApi(http, contracts, contract, () -> deadline)
                .execute(
                        CallSpec.of(OAuthApi.CREATE_REFERENCE),
                        context -> api.createReference(context, new ReferenceRequest(type, value)))
                .id();
    }

    private Code tokenReference(int status, CodeResponse response, Deadline deadline) {
        Operation operation = OAuthApi.CREATE_TOKEN_REFERENCE;
        ReferencePayload payload =
                responses.read(operation, status, response.token(), ReferencePayload.class, deadline);
        return code(operation, status, payload.referenceCode(), response);
    }

    private static Code code(Operation operation, int status, String code, CodeResponse response) {
        return new Code(code, SessionMapping.fromWire(operation.id(), status, response.session()));
    }

    private CallContext context(
            Operation operation,
            ContractDetails contract,
            Supplier<Map<String, String>> claims,
            List<String> secrets,
            Deadline deadline) {
        return CallContext.signed(
                operation, deadline, contracts.signer(contract).forRequest(claims), secrets);
    }

    private ActionsRequest actions(@Nullable SessionOptions options) {
        Actions actions = options == null ? null : new Actions(SessionMapping.toWire(options));
        return new ActionsRequest(SessionMapping.toWire(agent), actions);
    }

    /** A code for a page's URL, and the session to read with after the user returns. */
    record Code(String code, Session session) {
        @Override
        public String toString() {
            return "Code[***]";
        }
    }
}

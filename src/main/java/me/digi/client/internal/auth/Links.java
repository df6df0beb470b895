package me.digi.client.internal.auth;

import java.net.URI;
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
import me.digi.client.internal.http.CallContext;
import me.digi.client.internal.http.CallTerms;
import me.digi.client.internal.http.HttpStack;
import me.digi.client.internal.http.Repeatability;
import me.digi.client.internal.jwt.RandomStrings;
import me.digi.client.internal.mapping.AgentMapping;
import me.digi.client.internal.mapping.SessionMapping;
import me.digi.client.internal.mapping.SessionOptionsMapping;
import me.digi.client.internal.wire.Actions;
import me.digi.client.internal.wire.ActionsRequest;
import me.digi.client.internal.wire.CodeAnswer;
import me.digi.client.internal.wire.OAuthApi;
import me.digi.client.internal.wire.PreauthorizationPayload;
import me.digi.client.internal.wire.ReferencePayload;
import me.digi.client.internal.wire.ReferenceRequest;
import me.digi.client.read.Session;
import me.digi.client.read.SessionOptions;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;

/**
 * Asks the server for the codes that the pages want. A request whose response is lost is sent again: nobody has the code in it,
 * and it expires. Safe for use by many threads.
 */
public final class Links {
    private static final String AUTHORIZE = "authorize";
    private static final String TOKEN_REFERENCE = "tokenReference";
    private static final int UNAUTHORIZED = 401;

    private final HttpStack http;
    private final OAuthApi api;
    private final Contracts contracts;
    private final ServerAnswers answers;
    private final URI onboardUrl;
    private final RandomStrings random;
    private final @Nullable Agent agent;

    /** Links to pages under the onboard URL. */
    public Links(
            HttpStack http,
            Contracts contracts,
            ServerAnswers answers,
            URI onboardUrl,
            RandomStrings random,
            @Nullable Agent agent) {
        this.http = http;
        this.api = http.tokens(OAuthApi.class);
        this.contracts = contracts;
        this.answers = answers;
        this.onboardUrl = onboardUrl;
        this.random = random;
        this.agent = agent;
    }

    PageAddress page(String name) {
        return new PageAddress(onboardUrl, name);
    }

    RandomStrings random() {
        return random;
    }

    /** A code for the page {@code authorize}, and the session beside it. */
    Code authorize(
            ContractDetails contract,
            Supplier<Map<String, String>> claims,
            List<String> secrets,
            @Nullable SessionOptions options) {
        answers.ensureKeysKnown();
        CallContext context = context(AUTHORIZE, contract, claims, secrets);
        boolean hasToken = !secrets.isEmpty();
        CodeAnswer answer = answer(context, api.authorize(context, actions(options)), hasToken);
        int status = context.status();
        PreauthorizationPayload payload =
                answers.read(AUTHORIZE, status, answer.token(), PreauthorizationPayload.class);
        return code(AUTHORIZE, status, payload.preauthorizationCode(), answer);
    }

    /** A code that stands for a token in the address of a page, though the token may have expired. */
    Code userReference(
            ContractDetails contract,
            UserAccessToken token,
            Supplier<Map<String, String>> claims,
            @Nullable SessionOptions options) {
        answers.ensureKeysKnown();
        String accessToken = token.accessToken().value();
        CallContext context = context(
                TOKEN_REFERENCE,
                contract,
                () -> {
                    Map<String, String> all = new HashMap<>(claims.get());
                    all.put("access_token", accessToken);
                    return all;
                },
                List.of(accessToken));
        CodeAnswer answer = answer(context, api.tokenReference(context, actions(options)), true);
        return tokenReference(context.status(), answer);
    }

    /** The response to a request whose access token only says which user is meant, and may have expired. */
    private CodeAnswer answer(CallContext context, Call<CodeAnswer> call, boolean hasToken) {
        try {
            return http.calls().execute(context, call);
        } catch (ApiException refusal) {
            if (hasToken && refusal.status() == UNAUTHORIZED && ErrorCode.INVALID_TOKEN.equals(refusal.code())) {
                throw new UnknownTokenException(refusal);
            }
            throw refusal;
        }
    }

    /** A code that stands for a user's token, which has to be good, in the address of a page. */
    Code userReference(UserCaller user, Map<String, String> claims, @Nullable SessionOptions options) {
        answers.ensureKeysKnown();
        return user.execute(
                CallTerms.safe(TOKEN_REFERENCE).withClaims(claims),
                context -> api.tokenReference(context, actions(options)),
                this::tokenReference);
    }

    /** What stands for a storage or an account in the address of a page. */
    String reference(ContractDetails contract, String type, String value) {
        return ContractCalls.ofApi(http, contracts, contract)
                .execute(
                        CallTerms.safe("createReference"),
                        context -> api.createReference(context, new ReferenceRequest(type, value)))
                .id();
    }

    private Code tokenReference(int status, CodeAnswer answer) {
        ReferencePayload payload = answers.read(TOKEN_REFERENCE, status, answer.token(), ReferencePayload.class);
        return code(TOKEN_REFERENCE, status, payload.referenceCode(), answer);
    }

    private static Code code(String operation, int status, String code, CodeAnswer answer) {
        return new Code(code, SessionMapping.fromWire(operation, status, answer.session()));
    }

    private CallContext context(
            String operation, ContractDetails contract, Supplier<Map<String, String>> claims, List<String> secrets) {
        return CallContext.signed(
                operation, Repeatability.SAFE, contracts.signer(contract).forRequest(claims), secrets);
    }

    private ActionsRequest actions(@Nullable SessionOptions options) {
        Actions actions = options == null ? null : new Actions(SessionOptionsMapping.toWire(options));
        return new ActionsRequest(AgentMapping.toWire(agent), actions);
    }

    /** A code for a page's address, and a session to read with once the user has been there. */
    record Code(String code, Session session) {
        @Override
        public String toString() {
            return "Code[***]";
        }
    }
}

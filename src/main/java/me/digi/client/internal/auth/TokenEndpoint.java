package me.digi.client.internal.auth;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import me.digi.client.auth.ContractDetails;
import me.digi.client.auth.RefreshResult;
import me.digi.client.auth.RefreshResult.Reason;
import me.digi.client.auth.RefreshResult.Reauthorize;
import me.digi.client.auth.RefreshResult.Refreshed;
import me.digi.client.auth.Token;
import me.digi.client.auth.UserAccessToken;
import me.digi.client.error.ApiException;
import me.digi.client.error.ErrorCode;
import me.digi.client.error.UnexpectedResponseException;
import me.digi.client.internal.http.CallContext;
import me.digi.client.internal.http.HttpStack;
import me.digi.client.internal.http.Repeatability;
import me.digi.client.internal.values.WhiteSpace;
import me.digi.client.internal.wire.ExpiringToken;
import me.digi.client.internal.wire.OAuthApi;
import me.digi.client.internal.wire.TokenPayload;
import org.jspecify.annotations.Nullable;

/**
 * {@code oauth/token}: exchanges a code, and refreshes a pair. One request each, which is never sent twice by accident:
 * the server rotates the pair, and a second use of a code or of a refresh token is refused. Safe for use by many
 * threads.
 */
public final class TokenEndpoint implements RefreshEndpoint, TokenServer {
    private static final int OK = 200;
    private static final String EXCHANGE = "exchangeCode";
    private static final String REFRESH = "refreshToken";
    private static final Set<ErrorCode> REFUSALS = Set.of(ErrorCode.INVALID_TOKEN, ErrorCode.INVALID_GRANT);

    private final HttpStack http;
    private final OAuthApi api;
    private final Contracts contracts;
    private final ServerAnswers answers;

    /** Talks to the server through this stack's client for tokens. */
    public TokenEndpoint(HttpStack http, Contracts contracts, ServerAnswers answers) {
        this.http = http;
        this.api = http.tokens(OAuthApi.class);
        this.contracts = contracts;
        this.answers = answers;
    }

    /** The pair that a code stands for. */
    public UserAccessToken exchange(ContractDetails contract, String code, String codeVerifier) {
        answers.ensureKeysKnown();
        Map<String, String> claims =
                Map.of("grant_type", "authorization_code", "code", code, "code_verifier", codeVerifier);
        return readPair(EXCHANGE, request(EXCHANGE, contract, claims, List.of(code, codeVerifier)), null);
    }

    /** A new pair, or that there will be none until the user has consented again. */
    public RefreshResult refresh(ContractDetails contract, UserAccessToken token) {
        prepareRefresh();
        try {
            return new Refreshed(readRefreshed(presentRefreshToken(contract, token), token));
        } catch (ApiException refusal) {
            Reauthorize reauthorize = reauthorize(refusal, Reason.REFUSED);
            if (reauthorize == null) {
                throw refusal;
            }
            return reauthorize;
        }
    }

    @Override
    public void prepareRefresh() {
        answers.ensureKeysKnown();
    }

    @Override
    public String presentRefreshToken(ContractDetails contract, UserAccessToken token) {
        String refreshToken = token.refreshToken().value();
        Map<String, String> claims = Map.of("grant_type", "refresh_token", "refresh_token", refreshToken);
        return request(REFRESH, contract, claims, List.of(refreshToken));
    }

    @Override
    public UserAccessToken readRefreshed(String answer, UserAccessToken old) {
        return readPair(REFRESH, answer, old);
    }

    /** What the user has to do, if the server has refused the refresh token itself; null for any other refusal. */
    public static @Nullable Reauthorize reauthorize(ApiException refusal, Reason reason) {
        ErrorCode code = refusal.code();
        boolean isFinal = refusal.operation().equals(REFRESH)
                && code != null
                && REFUSALS.contains(code)
                && refusal.status() < 500
                && !refusal.isRetryable();
        return isFinal ? new Reauthorize(reason, code, refusal.serverMessage(), refusal.reference()) : null;
    }

    private String request(
            String operation, ContractDetails contract, Map<String, String> claims, List<String> secrets) {
        CallContext context = CallContext.signed(
                operation,
                Repeatability.ANSWERED_ONCE,
                contracts.signer(contract).forRequest(() -> claims),
                secrets);
        return http.calls().execute(context, api.token(context)).token();
    }

    private UserAccessToken readPair(String operation, String answer, @Nullable UserAccessToken old) {
        TokenPayload payload = answers.read(operation, answer, TokenPayload.class);
        return UserAccessToken.builder()
                .accessToken(readToken(operation, "access_token", payload.accessToken()))
                .refreshToken(readToken(operation, "refresh_token", payload.refreshToken()))
                .userId(newest(payload.sub(), old == null ? null : old.userId()))
                .consentId(newest(payload.consentid(), old == null ? null : old.consentId()))
                .build();
    }

    /** An id that is empty tells as little as one that is missing. */
    private static @Nullable String newest(@Nullable String told, @Nullable String known) {
        return told == null || WhiteSpace.isBlank(told) ? known : told;
    }

    private static Token readToken(String operation, String name, ExpiringToken token) {
        try {
            return Token.of(token.value(), Instant.ofEpochSecond(token.expiresOn()));
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new UnexpectedResponseException(operation, OK, "token." + name, String.valueOf(e.getMessage()), e);
        }
    }

    @Override
    public void prepare() {
        answers.ensureKeysKnown();
    }

    @Override
    public void send(ContractDetails contract, TokenRequest request, Delivery delivery) {
        CallContext context = CallContext.signed(
                request.operation(),
                Repeatability.ANSWERED_ONCE,
                contracts.signer(contract).forRequest(() -> request.claims()),
                request.secrets());
        delivery.beforeSending();
        delivery.arrived(http.calls().execute(context, api.token(context)).token());
    }

    @Override
    public Reading read(TokenResponse response, @Nullable UserAccessToken old) {
        return new Reading.Pair(readPair(response.operation(), response.token(), old));
    }

    @Override
    public Reading readAfterLookup(TokenResponse response, @Nullable UserAccessToken old) {
        return read(response, old);
    }
}

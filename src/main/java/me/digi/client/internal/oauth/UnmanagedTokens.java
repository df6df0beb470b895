package me.digi.client.internal.oauth;

import java.time.Duration;
import java.util.function.Supplier;
import me.digi.client.auth.ContractDetails;
import me.digi.client.auth.RefreshResult;
import me.digi.client.auth.RefreshResult.Reason;
import me.digi.client.auth.RefreshResult.Reauthorize;
import me.digi.client.auth.RefreshResult.Refreshed;
import me.digi.client.auth.UserAccessToken;
import me.digi.client.diagnostics.RefreshEvent;
import me.digi.client.diagnostics.RefreshEvent.Outcome;
import me.digi.client.error.ApiException;
import me.digi.client.error.DigiMeException;
import me.digi.client.internal.http.CallHooks;
import me.digi.client.internal.http.Observations;
import me.digi.client.internal.io.Host;
import org.jspecify.annotations.Nullable;

/**
 * Exchanges codes and refresh tokens for applications that store token pairs themselves. The server issues a pair once:
 * calls with the same code or refresh token at the same time send one request, and a response that cannot be verified
 * yet is kept in memory, where a repeated call completes with it. Safe for use by many threads.
 */
public final class UnmanagedTokens {
    private final TokenServer server;
    private final Host host;
    private final Duration timeout;
    private final Observations observations;
    private final SingleFlight<String, UserAccessToken> requests = new SingleFlight<>();
    private final ExpiringCache<TokenResponse> unread;
    private final ExpiringCache<Boolean> doubtful;

    /**
     * Sends requests to this server.
     *
     * @param timeout how long a call waits for another one with the same code or refresh token
     */
    public UnmanagedTokens(TokenServer server, Host host, Duration timeout, Observations observations) {
        this.server = server;
        this.host = host;
        this.timeout = timeout;
        this.observations = observations;
        this.unread = new ExpiringCache<>(() -> host.nanos());
        this.doubtful = new ExpiringCache<>(() -> host.nanos());
    }

    public UserAccessToken exchange(ContractDetails contract, String code, String codeVerifier) {
        return complete(contract, TokenRequest.exchange(code, codeVerifier), null);
    }

    public RefreshResult refresh(ContractDetails contract, UserAccessToken old) {
        return observations
                .refresh()
                .during(
                        () -> refreshed(contract, old),
                        result -> new RefreshEvent(
                                result instanceof Refreshed ? Outcome.REFRESHED : Outcome.REAUTHORIZE, null),
                        RefreshFailure::event);
    }

    private RefreshResult refreshed(ContractDetails contract, UserAccessToken old) {
        TokenRequest request = TokenRequest.refresh(old);
        String fingerprint = request.fingerprint(contract.contractId());
        try {
            return new Refreshed(complete(contract, request, old));
        } catch (ApiException refusal) {
            Reason reason = doubtful.get(fingerprint) == null ? Reason.REFUSED : Reason.RESPONSE_LOST;
            Reauthorize verdict = RefreshFailure.verdict(refusal, reason);
            if (verdict == null) {
                throw refusal;
            }
            // A response that another thread received meanwhile takes precedence.
            TokenResponse late = unread.get(fingerprint);
            return late == null ? verdict : new Refreshed(read(late, fingerprint, old));
        }
    }

    private UserAccessToken complete(ContractDetails contract, TokenRequest request, @Nullable UserAccessToken old) {
        String fingerprint = request.fingerprint(contract.contractId());
        Supplier<UserAccessToken> work = () -> {
            TokenResponse kept = unread.get(fingerprint);
            return read(kept != null ? kept : send(contract, request, fingerprint), fingerprint, old);
        };
        return requests.get(fingerprint, work, host, timeout, request.operation());
    }

    private TokenResponse send(ContractDetails contract, TokenRequest request, String fingerprint) {
        server.prepare();
        Arrival arrival = new Arrival(request, contract.contractId());
        try {
            server.send(contract, request, arrival);
        } catch (DigiMeException e) {
            if (RefreshFailure.leavesDoubt(e)) {
                doubtful.put(fingerprint, true);
            }
            throw e;
        }
        return arrival.response();
    }

    private UserAccessToken read(TokenResponse response, String fingerprint, @Nullable UserAccessToken old) {
        ReadResult reading = server.readAfterLookup(response, old);
        if (!(reading instanceof ReadResult.Unverified)) {
            unread.remove(fingerprint);
        }
        if (reading instanceof ReadResult.Unreadable) {
            doubtful.put(fingerprint, true);
        } else if (reading instanceof ReadResult.Pair) {
            doubtful.remove(fingerprint);
        }
        return reading.orThrow();
    }

    /** Stores the response on arrival. */
    private final class Arrival implements CallHooks {
        private final TokenRequest request;
        private final String contractId;
        private @Nullable TokenResponse response;

        Arrival(TokenRequest request, String contractId) {
            this.request = request;
            this.contractId = contractId;
        }

        TokenResponse response() {
            if (response == null) {
                throw new IllegalStateException(request.operation() + " ended without a response");
            }
            return response;
        }

        @Override
        public void beforeSending() {}

        @Override
        public void beforeReplay() {
            doubtful.put(request.fingerprint(contractId), true);
        }

        @Override
        public void arrived(String token) {
            response = request.response(token, contractId, host.now());
            unread.put(response.request(), response);
        }
    }
}

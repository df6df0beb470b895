package me.digi.client.internal.oauth;

import java.time.Clock;
import java.util.function.LongSupplier;
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
import me.digi.client.internal.http.Observations;
import org.jspecify.annotations.Nullable;

/**
 * Exchanges codes and refresh tokens for applications that keep token pairs themselves. A response that cannot be verified
 * yet is kept in memory for a while, and the same call made again completes with it: the server gives a pair once. Safe for
 * use by many threads.
 */
public final class UnmanagedTokens {
    private final TokenServer server;
    private final Clock clock;
    private final Observations observations;
    private final ShortMemory<TokenResponse> unread;
    private final ShortMemory<Boolean> doubtful;

    /**
     * Sends requests to that server.
     *
     * @param ticker the monotonic time in nanoseconds
     */
    public UnmanagedTokens(TokenServer server, Clock clock, LongSupplier ticker, Observations observations) {
        this.server = server;
        this.observations = observations;
        this.clock = clock;
        this.unread = new ShortMemory<>(ticker);
        this.doubtful = new ShortMemory<>(ticker);
    }

    /** The pair that an authorization code stands for. */
    public UserAccessToken exchange(ContractDetails contract, String code, String codeVerifier) {
        return complete(contract, TokenRequest.exchange(code, codeVerifier), null);
    }

    /** A new pair, or that there will be none until the user has consented again. */
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
            Reauthorize verdict = Verdict.of(refusal, reason);
            if (verdict == null) {
                throw refusal;
            }
            // No verdict counts before a response that another thread has received meanwhile.
            TokenResponse late = unread.get(fingerprint);
            return late == null ? verdict : new Refreshed(read(late, fingerprint, old));
        }
    }

    private UserAccessToken complete(ContractDetails contract, TokenRequest request, @Nullable UserAccessToken old) {
        String fingerprint = request.fingerprint(contract.contractId());
        TokenResponse kept = unread.get(fingerprint);
        return read(kept != null ? kept : send(contract, request, fingerprint), fingerprint, old);
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
        Reading reading = server.readAfterLookup(response, old);
        if (reading instanceof Reading.Pair read) {
            unread.remove(fingerprint);
            doubtful.remove(fingerprint);
            return read.pair();
        }
        if (reading instanceof Reading.Unreadable never) {
            unread.remove(fingerprint);
            doubtful.put(fingerprint, true);
            throw never.why();
        }
        throw ((Reading.Unverified) reading).why();
    }

    /** Keeps the response as soon as it is there. */
    private final class Arrival implements Delivery {
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
            response = request.respondedWith(token, contractId, clock.instant());
            unread.put(response.request(), response);
        }
    }
}

package me.digi.client.internal.token;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import me.digi.client.auth.ContractDetails;
import me.digi.client.auth.UserAccessToken;
import me.digi.client.diagnostics.TokenEvent;
import me.digi.client.error.DigiMeException;
import me.digi.client.internal.oauth.ReadResult;
import me.digi.client.internal.oauth.SharedRecord.View;
import me.digi.client.internal.oauth.TokenRequest;
import me.digi.client.internal.oauth.TokenResponse;
import me.digi.client.internal.token.Decision.Dead;
import me.digi.client.internal.token.Decision.Need;
import me.digi.client.internal.token.Decision.Use;
import me.digi.client.store.GrantNotFoundException;
import org.jspecify.annotations.Nullable;

/** Executes the record's decisions until there is a pair or a final verdict. */
final class Refresher implements Runnable {
    /** Completed only by this class, since all callers share it. */
    final CompletableFuture<Decision> outcome = new CompletableFuture<>();

    private final Grant grant;
    private final ContractDetails contract;
    private final @Nullable UserAccessToken failed;
    private final Need need;
    private boolean isStarted;
    private boolean isFetched;
    /** Responses stored before this run, of unknown age. */
    private List<TokenResponse> found = List.of();
    /** Responses that could not be read in this run. */
    private List<TokenResponse> tried = List.of();

    Refresher(Grant grant, ContractDetails contract, @Nullable UserAccessToken failed, Need need) {
        this.grant = grant;
        this.contract = contract;
        this.failed = failed;
        this.need = need;
    }

    @Override
    public void run() {
        try {
            Decision result = decideAndAct();
            if (isStarted) {
                grant.emit(
                        result instanceof Dead dead
                                ? new TokenEvent.ReauthorizationNeeded(grant.key, dead.reauthorize())
                                : new TokenEvent.RefreshDone(grant.key));
            }
            grant.refreshEnded(null);
            outcome.complete(result);
        } catch (Throwable failure) {
            grant.refreshEnded(
                    failure instanceof RuntimeException e
                            ? e
                            : new IllegalStateException("the refresh failed unexpectedly", failure));
            outcome.completeExceptionally(failure);
        }
    }

    /** Returns a {@link Use} or a {@link Dead}. */
    Decision decideAndAct() {
        View<GrantRecord> seen = grant.store.load();
        found = seen.known().kept();
        while (true) {
            Decision decision = decide(seen.known());
            if (decision instanceof Use use) {
                return isFetched ? new Use(use.pair(), use.isStale(), true) : use;
            }
            if (decision instanceof Dead) {
                return decision;
            }
            if (decision instanceof Decision.ReadKept read) {
                readKept(seen.known(), read.mayReplay());
                seen = grant.store.known();
                continue;
            }
            if (!isStarted) {
                isStarted = true;
                grant.refreshStarted();
            }
            if (decision instanceof Decision.Wait) {
                pause();
                seen = grant.store.load();
                continue;
            }
            UserAccessToken presented = Objects.requireNonNull(seen.known().pair(), "a refresh without a pair");
            grant.server.prepare();
            UserAccessToken pair = new Attempt(grant, contract, TokenRequest.refresh(presented), presented)
                    .present(known -> known.holds(presented) && decide(known) instanceof Decision.Refresh);
            if (pair != null) {
                return new Use(pair, false, true);
            }
            seen = grant.store.known();
        }
    }

    /** The pair of a stored response to this sign-in; null if none is stored. */
    @Nullable
    UserAccessToken readSignIn(TokenRequest request, GrantRecord record) {
        String fingerprint = request.fingerprint(contract.contractId());
        for (TokenResponse response : record.keptSignIns()) {
            if (response.request().equals(fingerprint)) {
                return read(response, record).orThrow();
            }
        }
        return null;
    }

    private Decision decide(GrantRecord record) {
        return grant.decide(record, failed, need, tried.containsAll(record.kept()));
    }

    private void pause() {
        try {
            grant.host.sleep(grant.policy.poll());
        } catch (InterruptedException e) {
            throw new RejectedExecutionException("the client is closed", e);
        }
    }

    /** Reads the stored responses, newest first. */
    private void readKept(GrantRecord record, boolean mayReplay) {
        List<TokenResponse> signIns = record.keptSignIns();
        // After a sign-in, refreshes of older pairs are outdated, but still better than a replay.
        List<TokenResponse> toRead = new ArrayList<>(signIns.isEmpty() || mayReplay ? record.kept() : signIns);
        Collections.reverse(toRead);
        toRead.sort(Comparator.comparing(response -> !response.isSignIn()));
        DigiMeException unread = toRead.isEmpty() ? new GrantNotFoundException(grant.key) : null;
        for (TokenResponse response : toRead) {
            ReadResult reading = read(response, record);
            if (reading instanceof ReadResult.Unverified unverified) {
                unread = unverified.why();
            } else if (reading instanceof ReadResult.Pair parsed && !record.hasSeen(parsed.pair())) {
                isFetched = true;
                if (found.contains(response)) {
                    grant.store.markPairOld();
                }
                return;
            }
        }
        if (unread != null && !mayReplay) {
            throw unread;
        }
        tried = toRead;
    }

    /** Reads a stored response, with cached keys, then with fetched ones, and stores the outcome. */
    private ReadResult read(TokenResponse response, GrantRecord record) {
        UserAccessToken old = response.isSignIn() ? null : record.pair();
        ReadResult reading = grant.server.read(response, old);
        if (reading instanceof ReadResult.Unverified) {
            reading = grant.server.readAfterLookup(response, old);
        }
        if (reading instanceof ReadResult.Pair parsed && !record.hasSeen(parsed.pair())) {
            grant.store.updateOrKeep(
                    known -> known.hasKept(response),
                    known -> known.renewedFrom(response, parsed.pair(), response.arrivedAt()));
        } else if (!(reading instanceof ReadResult.Unverified)) {
            grant.store.update(known -> known.hasKept(response), known -> known.without(response));
        }
        return reading;
    }
}

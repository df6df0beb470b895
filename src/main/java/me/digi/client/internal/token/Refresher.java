package me.digi.client.internal.token;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import me.digi.client.auth.ContractDetails;
import me.digi.client.auth.UserAccessToken;
import me.digi.client.diagnostics.TokenEvent;
import me.digi.client.error.DigiMeException;
import me.digi.client.error.GrantNotFoundException;
import me.digi.client.error.TokenStoreException;
import me.digi.client.internal.auth.Reading;
import me.digi.client.internal.auth.TokenRequest;
import me.digi.client.internal.auth.TokenResponse;
import me.digi.client.internal.token.Decision.Dead;
import me.digi.client.internal.token.Decision.Need;
import me.digi.client.internal.token.Decision.ReadKept;
import me.digi.client.internal.token.Decision.Refresh;
import me.digi.client.internal.token.Decision.Use;
import me.digi.client.internal.token.Decision.Wait;
import me.digi.client.internal.token.GrantStore.View;
import org.jspecify.annotations.Nullable;

/** Carries out, one after the other, what the record decides, until there is a pair or the word that there is none. */
final class Refresher implements Runnable {
    /** Completes when the work is done. Nobody else may complete or cancel it: all who wait would notice. */
    final CompletableFuture<Decision> outcome = new CompletableFuture<>();

    private final Grant grant;
    private final ContractDetails contract;
    private final @Nullable UserAccessToken failed;
    private final Need need;
    private boolean isStarted;
    private boolean isFetched;
    /** The responses that were kept before: nobody knows how old they are. */
    private List<TokenResponse> found = List.of();
    /** The kept responses that could not be read just now. */
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
                grant.tell(
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
                            : new IllegalStateException("the refresh failed in an unforeseen way", failure));
            outcome.completeExceptionally(failure);
        }
    }

    /** A {@link Use} or a {@link Dead}. */
    Decision decideAndAct() {
        View seen = grant.store.load();
        found = seen.known().kept();
        while (true) {
            Decision decision = decide(seen.known());
            if (decision instanceof Use use) {
                return isFetched ? new Use(use.pair(), use.isStale(), true) : use;
            }
            if (decision instanceof Dead) {
                return decision;
            }
            if (decision instanceof ReadKept read) {
                readKept(seen.known(), read.mayReplay());
                seen = known();
                continue;
            }
            start();
            if (decision instanceof Wait) {
                pause();
                seen = grant.store.load();
                continue;
            }
            UserAccessToken pair = present(Objects.requireNonNull(seen.known().pair(), "a refresh without a pair"));
            if (pair != null) {
                return new Use(pair, false, true);
            }
            seen = known();
        }
    }

    /** The pair of the response to this sign-in, which is kept. */
    UserAccessToken readSignIn(String fingerprint) {
        GrantRecord record = known().known();
        TokenResponse response = record.keptSignIns().stream()
                .filter(kept -> kept.request().equals(fingerprint))
                .findFirst()
                .orElseThrow(() -> new GrantNotFoundException(grant.key));
        Reading reading = grant.server.read(response, null);
        if (reading instanceof Reading.Unverified) {
            reading = grant.server.readAfterLookup(response, null);
        }
        if (reading instanceof Reading.Pair read) {
            grant.store.land(
                    known -> known.hasKept(response),
                    known -> known.renewedFrom(response, read.pair(), response.arrivedAt()));
            return read.pair();
        }
        if (reading instanceof Reading.Unreadable beyond) {
            grant.store.update(known -> known.hasKept(response), known -> known.without(response));
            throw beyond.why();
        }
        throw ((Reading.Unverified) reading).why();
    }

    private Decision decide(GrantRecord record) {
        return grant.decide(record, failed, need, tried.containsAll(record.kept()));
    }

    /** What this client has just written, or found when it could not. */
    private View known() {
        View view = grant.store.view();
        return view != null ? view : grant.store.load();
    }

    private void start() {
        if (!isStarted) {
            isStarted = true;
            grant.refreshStarted();
        }
    }

    private void pause() {
        try {
            grant.host.sleep(grant.policy.poll());
        } catch (InterruptedException e) {
            throw new RejectedExecutionException("the client is closed", e);
        }
    }

    private @Nullable UserAccessToken present(UserAccessToken pair) {
        grant.server.prepare();
        Attempt attempt = new Attempt(grant, contract, TokenRequest.refresh(pair), pair);
        GrantRecord record = lease(attempt.lease, pair);
        return record.isLeasedTo(attempt.lease) ? attempt.present(pair, record) : null;
    }

    private GrantRecord lease(String id, UserAccessToken pair) {
        try {
            return grant.store
                    .update(known -> known.holds(pair) && decide(known) instanceof Refresh, known -> known.leased(id))
                    .known();
        } catch (TokenStoreException mayBeWritten) {
            grant.endedLease = id;
            View known = grant.store.view();
            throw known != null && known.unsaved() != null ? known.unsaved() : mayBeWritten;
        }
    }

    /** Tries the responses that are kept, the newest first: with the keys at hand, then with keys fetched afresh. */
    private void readKept(GrantRecord record, boolean mayReplay) {
        List<TokenResponse> newestFirst = new ArrayList<>(record.keptToRead());
        Collections.reverse(newestFirst);
        if (mayReplay) {
            // What a refresh has brought before a sign-in that nobody can read is better than a replay.
            record.kept().stream()
                    .filter(response -> !newestFirst.contains(response))
                    .forEach(response -> newestFirst.add(record.keptToRead().size(), response));
        }
        DigiMeException unread = newestFirst.isEmpty() ? new GrantNotFoundException(grant.key) : null;
        for (TokenResponse response : newestFirst) {
            UserAccessToken old = response.isSignIn() ? null : record.pair();
            Reading reading = grant.server.read(response, old);
            if (reading instanceof Reading.Unverified) {
                reading = grant.server.readAfterLookup(response, old);
            }
            if (reading instanceof Reading.Unverified unverified) {
                unread = unverified.why();
            } else if (reading instanceof Reading.Pair read
                    && !record.holds(read.pair())
                    && !record.hasReplaced(read.pair())) {
                isFetched = true;
                grant.store.land(
                        known -> known.hasKept(response),
                        known -> known.renewedFrom(response, read.pair(), response.arrivedAt()));
                if (found.contains(response)) {
                    grant.store.ofOldPair();
                }
                return;
            } else {
                grant.store.update(known -> known.hasKept(response), known -> known.without(response));
            }
        }
        if (unread != null && !mayReplay) {
            throw unread;
        }
        tried = newestFirst;
    }
}

package me.digi.client.internal.token;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import me.digi.client.auth.ContractDetails;
import me.digi.client.auth.UserAccessToken;
import me.digi.client.diagnostics.TokenEvent;
import me.digi.client.diagnostics.TokenEvent.Origin;
import me.digi.client.error.DigiMeException;
import me.digi.client.error.GrantNotFoundException;
import me.digi.client.error.TokenStoreException;
import me.digi.client.internal.auth.Reading;
import me.digi.client.internal.auth.Reading.Pair;
import me.digi.client.internal.auth.Reading.Unreadable;
import me.digi.client.internal.auth.Reading.Unverified;
import me.digi.client.internal.auth.TokenResponse;
import me.digi.client.internal.token.Decision.Dead;
import me.digi.client.internal.token.Decision.Need;
import me.digi.client.internal.token.Decision.ReadKept;
import me.digi.client.internal.token.Decision.Refresh;
import me.digi.client.internal.token.Decision.Use;
import me.digi.client.internal.token.Decision.Wait;
import org.jspecify.annotations.Nullable;

/** Carries out, one after the other, what the record decides, until there is a pair or the word that there is none. */
final class Refresher {
    private final Grant grant;
    private final ContractDetails contract;
    private final @Nullable UserAccessToken failed;
    private final Need need;
    private boolean isStarted;
    private boolean isFetched;
    private boolean keptWasTried;

    Refresher(Grant grant, ContractDetails contract, @Nullable UserAccessToken failed, Need need) {
        this.grant = grant;
        this.contract = contract;
        this.failed = failed;
        this.need = need;
    }

    /** A {@link Use} or a {@link Dead}. */
    Decision run() throws InterruptedException {
        try {
            Decision outcome = decideAndAct();
            if (isStarted) {
                grant.tell(
                        outcome instanceof Dead dead
                                ? new TokenEvent.ReauthorizationNeeded(grant.key(), dead.reauthorize())
                                : new TokenEvent.RefreshDone(grant.key()));
            }
            return outcome;
        } catch (RuntimeException e) {
            grant.refreshFailed(e);
            throw e;
        } catch (Error e) {
            grant.refreshFailed(new IllegalStateException("the refresh failed in an unforeseen way", e));
            throw e;
        }
    }

    private Decision decideAndAct() throws InterruptedException {
        while (true) {
            View seen = grant.store().load();
            Decision decision = decide(seen);
            if (decision instanceof Use use) {
                return isFetched ? new Use(use.pair(), use.isStale(), true) : use;
            }
            if (decision instanceof Dead) {
                return decision;
            }
            if (decision instanceof ReadKept read) {
                readKept(seen.known(), read.mayReplay());
                continue;
            }
            start();
            Decision outcome = decision instanceof Wait ? waitForOthers() : refresh(seen);
            if (outcome != null) {
                return outcome;
            }
        }
    }

    private Decision decide(View seen) {
        GrantRecord record = seen.known();
        return record.decide(failed, need, grant.moment(record, keptWasTried), grant.policy());
    }

    private void start() {
        if (!isStarted) {
            isStarted = true;
            grant.refreshStarted();
        }
    }

    private @Nullable Decision waitForOthers() throws InterruptedException {
        grant.host().sleep(grant.policy().poll());
        return null;
    }

    private @Nullable Decision refresh(View seen) {
        UserAccessToken present = Objects.requireNonNull(seen.known().pair(), "a refresh without a pair");
        grant.server().prepare();
        Attempt attempt = Attempt.presenting(grant, contract, present);
        GrantRecord record = lease(attempt.lease(), present);
        return record.isLeasedTo(attempt.lease()) ? attempt.present(record.inDoubt()) : null;
    }

    private GrantRecord lease(String id, UserAccessToken present) {
        try {
            return grant.store()
                    .update(
                            seen -> seen.holds(present) && decide(seen) instanceof Refresh refresh
                                    ? seen.known().leased(id, refresh.inDoubt())
                                    : seen.record(),
                            Origin.STORE)
                    .known();
        } catch (TokenStoreException mayBeWritten) {
            grant.leaseEnded(id);
            throw mayBeWritten;
        }
    }

    /** Tries the responses that are kept, the newest first: with the keys at hand, then with keys fetched afresh. */
    private void readKept(GrantRecord record, boolean mayReplay) {
        List<TokenResponse> newestFirst = new ArrayList<>(record.keptToRead());
        if (newestFirst.isEmpty()) {
            throw new GrantNotFoundException(grant.key(), null);
        }
        Collections.reverse(newestFirst);
        DigiMeException unverified = null;
        for (TokenResponse response : newestFirst) {
            UserAccessToken old = response.isSignIn() ? null : record.pair();
            Reading reading = grant.server().read(response, old);
            if (reading instanceof Unverified) {
                reading = grant.server().readAfterLookup(response, old);
            }
            if (reading instanceof Pair read && !record.holds(read.pair())) {
                land(response, read.pair());
                return;
            }
            if (reading instanceof Unverified failure) {
                unverified = failure.why();
            } else {
                drop(response);
                unverified =
                        record.pair() == null && reading instanceof Unreadable failure ? failure.why() : unverified;
            }
        }
        if (unverified != null && !mayReplay) {
            throw unverified;
        }
        keptWasTried = true;
    }

    private void land(TokenResponse response, UserAccessToken pair) {
        isFetched = true;
        grant.store()
                .land(
                        seen -> seen.record() != null && seen.record().hasKept(response)
                                ? seen.record()
                                        .renewedFrom(
                                                response, pair, grant.host().now())
                                : seen.record(),
                        Origin.REFRESHED);
    }

    private void drop(TokenResponse response) {
        grant.store().update(seen -> seen.known().without(response), Origin.STORE);
    }
}

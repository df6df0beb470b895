package me.digi.client.internal.token;

import java.time.Instant;
import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import me.digi.client.auth.ContractDetails;
import me.digi.client.auth.RefreshResult;
import me.digi.client.auth.RefreshResult.Refreshed;
import me.digi.client.auth.UserAccessToken;
import me.digi.client.diagnostics.TokenEvent;
import me.digi.client.diagnostics.TokenEvent.Origin;
import me.digi.client.diagnostics.TokenStatus;
import me.digi.client.error.DigiMeException;
import me.digi.client.error.GrantNotFoundException;
import me.digi.client.error.ReauthorizationRequiredException;
import me.digi.client.error.TokenStoreException;
import me.digi.client.internal.token.Outcome.Dead;
import me.digi.client.internal.token.Outcome.Renewed;

/**
 * A grant as this client sees it: one immutable view behind a volatile field, and one refresh at a time that renews it.
 * Safe for use by many threads; a fresh token is had without a lock.
 */
public final class Grant {
    private final GrantContext context;
    private final UnsavedGrants unsaved;
    private final GrantMemory memory;
    private final Safekeeping safekeeping;
    private final SingleFlight<Outcome> flights;
    private volatile ContractDetails contract;

    Grant(GrantContext context, ContractDetails contract, Executor executor, UnsavedGrants unsaved) {
        this.context = context;
        this.contract = contract;
        this.unsaved = unsaved;
        this.memory = new GrantMemory(context.key(), context::tell, isUnsaved -> unsaved.note(this, isUnsaved));
        this.safekeeping = new Safekeeping(context, memory);
        this.flights = new SingleFlight<>(executor);
    }

    /** The newest pair that this client knows of. */
    public UserAccessToken token() {
        return view().state().token();
    }

    /** How the token is, by the store if it can be read, and what the last refresh came to. */
    public TokenStatus status() {
        try {
            Snapshot stored = context.records().load();
            View seen = stored == null ? memory.view() : memory.learn(stored, Origin.STORE);
            if (seen == null || (stored == null && seen.unsaved() == null)) {
                throw new GrantNotFoundException(context.key());
            }
            return StatusReport.of(context.key(), seen, stored, null, context.now());
        } catch (TokenStoreException e) {
            View seen = memory.view();
            if (seen == null) {
                throw e;
            }
            return StatusReport.of(context.key(), seen, null, e, context.now());
        }
    }

    /**
     * A pair to make a call with: as it is while it is fresh, with a refresh in the background when it is about to
     * expire, and after a refresh when it has.
     */
    public UserAccessToken usableToken() {
        unsaved.saveSoon();
        View seen = view();
        UserAccessToken token = seen.state().token();
        return switch (seen.state().freshness(context.now())) {
            case FRESH -> token;
            case STALE -> {
                inBackground(seen, () -> fly(token));
                yield token;
            }
            case EXPIRED -> renewedOrStillValid(token);
        };
    }

    /** A pair for a call that cannot be repeated: one that is about to expire is renewed first. */
    public UserAccessToken freshToken() {
        unsaved.saveSoon();
        View seen = view();
        UserAccessToken token = seen.state().token();
        return seen.state().freshness(context.now()) == Freshness.FRESH ? token : renewedOrStillValid(token);
    }

    /** A pair to repeat a call with, after the server has refused this one's access token. */
    public UserAccessToken replacementFor(UserAccessToken failed) {
        Outcome outcome = outcomeFor(failed);
        if (outcome instanceof Dead dead) {
            throw new ReauthorizationRequiredException(dead.reauthorize());
        }
        return saved((Renewed) outcome);
    }

    /** Refreshes the present pair, or waits for the refresh that is under way. */
    public RefreshResult refresh() {
        Outcome outcome = outcomeFor(token());
        return outcome instanceof Dead dead ? dead.reauthorize() : new Refreshed(saved((Renewed) outcome));
    }

    /** Takes over a pair that the application has, unless the store has a newer one. */
    public void adopt(UserAccessToken token) {
        safekeeping.adopt(token);
    }

    /** Forgets the pair, here and in the store. */
    public void delete() {
        context.records().delete();
        memory.forget();
    }

    /** From now on refreshes under this contract, whose key may be a new one. */
    void actUnder(ContractDetails newest) {
        contract = newest;
    }

    boolean knows(UserAccessToken token) {
        View seen = memory.view();
        return seen != null && (seen.holds(token) || seen.state().hasSuperseded(token));
    }

    /** Brings a pair that is in memory alone into the store, in the background, unless that has just failed. */
    void saveSoon() {
        View seen = memory.view();
        if (seen != null && seen.unsaved() != null) {
            inBackground(seen, () -> Renewed.byAnother(safekeeping.save(seen).snapshot()));
        }
    }

    /** Brings a pair that is in memory alone into the store, if that can be done. */
    void saveNow() {
        View seen = memory.view();
        if (seen != null && seen.unsaved() != null) {
            try {
                safekeeping.save(seen);
            } catch (TokenStoreException e) {
                // The listener has been told, and there is nobody else.
                return;
            }
        }
    }

    private View view() {
        View seen = memory.view();
        return seen != null ? seen : memory.learn(context.records().require(), Origin.STORE);
    }

    private UserAccessToken renewedOrStillValid(UserAccessToken token) {
        try {
            return replacementFor(token);
        } catch (ReauthorizationRequiredException | GrantNotFoundException e) {
            throw e;
        } catch (DigiMeException e) {
            boolean isUnsaved = e instanceof TokenStoreException store && store.unsavedToken() != null;
            Instant expiresAt = token.accessToken().expiresAt();
            if (!isUnsaved && (expiresAt == null || context.now().isBefore(expiresAt))) {
                // As good as expired is not expired: where there is no refresh to be had, it is worth a try.
                return token;
            }
            throw e;
        }
    }

    private Outcome outcomeFor(UserAccessToken failed) {
        while (true) {
            View seen = view();
            if (!seen.holds(failed)) {
                return Renewed.byAnother(seen.snapshot());
            }
            SingleFlight.Boarding<Outcome> boarding = flights.joinOrStart(() -> fly(failed));
            if (!boarding.started()) {
                context.tell(new TokenEvent.RefreshJoined(context.key()));
            }
            Outcome outcome =
                    Waiting.forOutcome(boarding.outcome(), context.policy().patience());
            // A flight that was joined may have been about an older pair, or about storing this one.
            boolean isAnswer =
                    outcome instanceof Dead || !outcome.snapshot().state().holds(failed);
            if (isAnswer) {
                return outcome;
            }
        }
    }

    private Outcome fly(UserAccessToken failed) throws InterruptedException {
        return new Refresh(context, contract, memory, failed).from(view());
    }

    private void inBackground(View seen, Callable<Outcome> work) {
        Refusal refusal = seen.state().refusal();
        boolean isHopeless = refusal != null
                && refusal.isRecent(context.now(), context.policy().verdict());
        if (!isHopeless && !context.now().isBefore(seen.notBefore())) {
            flights.joinOrStart(work);
        }
    }

    private static UserAccessToken saved(Renewed renewed) {
        TokenStoreException unsaved = renewed.unsaved();
        if (unsaved != null) {
            throw unsaved;
        }
        return renewed.snapshot().state().token();
    }
}

package me.digi.client.internal.token;

import me.digi.client.auth.ContractDetails;
import me.digi.client.auth.UserAccessToken;
import me.digi.client.diagnostics.TokenEvent;
import me.digi.client.diagnostics.TokenEvent.Origin;
import me.digi.client.error.GrantNotFoundException;
import me.digi.client.error.TokenStoreException;
import me.digi.client.internal.token.Outcome.Dead;
import me.digi.client.internal.token.Outcome.Renewed;

/** One flight: replaces a pair, takes in what that came to, and tells of it. */
final class Refresh {
    private final GrantContext context;
    private final ContractDetails contract;
    private final GrantMemory memory;
    private final UserAccessToken failed;

    /** A refresh of that pair, if it is still the present one. */
    Refresh(GrantContext context, ContractDetails contract, GrantMemory memory, UserAccessToken failed) {
        this.context = context;
        this.contract = contract;
        this.memory = memory;
        this.failed = failed;
    }

    /**
     * Carries it out.
     *
     * @param seen what is known of the grant
     */
    Outcome from(View seen) throws InterruptedException {
        try {
            View known = seen;
            if (known.unsaved() != null && known.holds(failed)) {
                known = new Safekeeping(context, memory).save(known);
            }
            if (!known.holds(failed)) {
                return Renewed.byAnother(known.snapshot());
            }
            RefreshTurn turn = new RefreshTurn(context, contract, memory, known);
            return takenIn(turn.take(), turn.hasStarted());
        } catch (GrantNotFoundException e) {
            memory.forget();
            context.tell(new TokenEvent.RefreshFailed(context.key(), e));
            throw e;
        } catch (TokenStoreException e) {
            if (e.unsavedToken() == null) {
                context.tell(new TokenEvent.StoreFailed(context.key(), e));
            }
            note(e);
            throw e;
        } catch (RuntimeException e) {
            note(e);
            throw e;
        } catch (Error e) {
            note(new IllegalStateException("the refresh failed in an unforeseen way", e));
            throw e;
        }
    }

    private void note(RuntimeException failure) {
        memory.failed(failed, failure, context.pauseUntil());
        context.tell(new TokenEvent.RefreshFailed(context.key(), failure));
    }

    /** What is newer by then is the answer. */
    private Outcome takenIn(Outcome outcome, boolean hasStarted) {
        if (outcome instanceof Renewed renewed) {
            View now = renewed.unsaved() == null
                    ? memory.learn(renewed.snapshot(), renewed.origin())
                    : memory.keepUnsaved(renewed.snapshot(), renewed.unsaved(), context.pauseUntil());
            if (hasStarted) {
                context.tell(new TokenEvent.RefreshDone(context.key()));
            }
            boolean isNewest = now.holds(renewed.snapshot().state().token());
            return isNewest ? renewed : Renewed.byAnother(now.snapshot());
        }
        View now = memory.learn(outcome.snapshot(), Origin.STORE);
        if (!now.holds(failed)) {
            return Renewed.byAnother(now.snapshot());
        }
        if (hasStarted) {
            context.tell(new TokenEvent.ReauthorizationNeeded(context.key(), ((Dead) outcome).reauthorize()));
        }
        return outcome;
    }
}

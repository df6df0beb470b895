package me.digi.client.internal.token;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BiConsumer;
import me.digi.client.auth.RefreshResult;
import me.digi.client.auth.RefreshResult.Reauthorize;
import me.digi.client.auth.RefreshResult.Refreshed;
import me.digi.client.auth.UserAccessToken;
import me.digi.client.diagnostics.TokenEvent;
import me.digi.client.diagnostics.TokenStatus;
import me.digi.client.error.DigiMeException;
import me.digi.client.error.NetworkException;
import me.digi.client.error.ReauthorizationRequiredException;
import me.digi.client.error.TokenStoreException;
import me.digi.client.internal.token.Outcome.Dead;
import me.digi.client.internal.token.Outcome.Renewed;
import org.jspecify.annotations.Nullable;

/**
 * A grant as this client sees it: one immutable view behind a volatile field, and one refresh at a time that renews it.
 * Safe for use by many threads; a fresh token is had without a lock.
 */
public final class Grant {
    private static final String REFRESH = "refreshToken";

    private final GrantContext context;
    private final GrantMemory memory;
    private final SingleFlight<Outcome> flights;

    Grant(GrantContext context, Executor executor, BiConsumer<Grant, Boolean> unsavedChanged) {
        this.context = context;
        this.memory = new GrantMemory(context, isUnsaved -> unsavedChanged.accept(this, isUnsaved));
        this.flights = new SingleFlight<>(executor);
    }

    /** The newest pair that this client knows of. */
    public UserAccessToken token() {
        return memory.view().state().token();
    }

    /** How the token is, and what the last refresh came to. */
    public TokenStatus status() {
        return memory.status();
    }

    /**
     * A pair to make a call with: as it is while it is fresh, with a refresh in the background when it is about to
     * expire, and after a refresh when it has.
     */
    public UserAccessToken usableToken() {
        View seen = memory.view();
        UserAccessToken token = seen.state().token();
        if (seen.unsaved() != null) {
            inBackground(seen, this::save);
        }
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
        View seen = memory.view();
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
        memory.adopt(token);
    }

    /** Forgets the pair, here and in the store. */
    public void delete() {
        memory.delete();
    }

    boolean knows(UserAccessToken token) {
        View seen = memory.lastView();
        return seen != null && (seen.state().holds(token) || seen.state().hasSuperseded(token));
    }

    private UserAccessToken renewedOrStillValid(UserAccessToken token) {
        try {
            return replacementFor(token);
        } catch (NetworkException e) {
            if (context.now().isBefore(token.accessToken().expiresAt())) {
                // As good as expired is not expired: where there is no refresh to be had, it is worth a try.
                return token;
            }
            throw e;
        }
    }

    private Outcome outcomeFor(UserAccessToken failed) {
        while (true) {
            View seen = memory.view();
            if (!seen.state().holds(failed)) {
                return Renewed.byAnother(seen.snapshot());
            }
            SingleFlight.Boarding<Outcome> boarding = flights.joinOrStart(() -> fly(failed));
            if (!boarding.started()) {
                context.tell(new TokenEvent.RefreshJoined(context.key()));
            }
            Outcome outcome = await(boarding.outcome());
            boolean hasHelped = !(outcome instanceof Renewed renewed)
                    || !renewed.snapshot().state().holds(failed);
            if (hasHelped) {
                return outcome;
            }
        }
    }

    private Outcome fly(UserAccessToken failed) throws InterruptedException {
        memory.saveIfUnsaved();
        Reauthorize verdict = memory.verdictOn(failed);
        if (verdict != null) {
            return new Dead(verdict);
        }
        if (!memory.view().state().holds(failed)) {
            return Renewed.byAnother(memory.view().snapshot());
        }
        context.tell(new TokenEvent.RefreshStarted(context.key()));
        memory.refreshStarts();
        try {
            Outcome outcome = new RefreshTurn(context, failed).take();
            memory.refreshEnded(outcome);
            return outcome;
        } catch (RuntimeException e) {
            memory.refreshFailed(e);
            throw e;
        }
    }

    private Outcome save() {
        memory.saveIfUnsaved();
        return Renewed.byAnother(memory.view().snapshot());
    }

    private void inBackground(View seen, Callable<Outcome> work) {
        if (!context.now().isBefore(seen.notBefore())) {
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

    private Outcome await(CompletableFuture<Outcome> outcome) {
        try {
            return outcome.get(context.policy().patience().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw NetworkException.timedOut(REFRESH, true, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw NetworkException.interrupted(REFRESH, true, e);
        } catch (ExecutionException e) {
            throw failure(e.getCause());
        }
    }

    private static RuntimeException failure(@Nullable Throwable cause) {
        if (cause instanceof DigiMeException failure) {
            return failure;
        }
        if (cause instanceof RejectedExecutionException) {
            return new IllegalStateException("this DigiMe is closed", cause);
        }
        if (cause instanceof Error error) {
            throw error;
        }
        return new IllegalStateException("the refresh failed in an unforeseen way", cause);
    }
}

package me.digi.client.internal.token;

import java.time.Duration;
import java.util.Objects;
import me.digi.client.auth.ContractDetails;
import me.digi.client.auth.RefreshResult.Reason;
import me.digi.client.auth.RefreshResult.Reauthorize;
import me.digi.client.auth.UserAccessToken;
import me.digi.client.diagnostics.TokenEvent;
import me.digi.client.diagnostics.TokenEvent.Origin;
import me.digi.client.error.ApiException;
import me.digi.client.error.DigiMeException;
import me.digi.client.error.NetworkException;
import me.digi.client.error.TokenStoreException;
import me.digi.client.error.UnexpectedResponseException;
import me.digi.client.error.VerificationException;
import me.digi.client.error.VerificationException.Check;
import me.digi.client.internal.auth.TokenEndpoint;
import me.digi.client.internal.token.Outcome.Dead;
import me.digi.client.internal.token.Outcome.Renewed;
import org.jspecify.annotations.Nullable;

/**
 * Presents a refresh token under a lease that has been recorded, and brings the answer to safety. While it is not known
 * whether the server has acted on it there is doubt; doubt is cleared up by presenting the token once more, and what
 * cannot be cleared up now stays recorded for the next one.
 */
final class Presentation {
    /** For how long an answer under an unknown key is kept, in the hope that the server publishes the key yet. */
    private static final Duration LONGEST_WAIT_FOR_KEY = Duration.ofMinutes(10);

    private final GrantContext grant;
    private final ContractDetails contract;
    private final GrantMemory memory;
    private final Snapshot leased;
    private final UserAccessToken old;
    private final RefreshAttempt attempt;
    private boolean doubt;
    private @Nullable String answer;

    Presentation(GrantContext grant, ContractDetails contract, GrantMemory memory, Snapshot leased, boolean doubt) {
        this.grant = grant;
        this.contract = contract;
        this.memory = memory;
        this.leased = leased;
        this.old = leased.state().token();
        this.attempt = Objects.requireNonNull(leased.state().attempt(), "a presentation without a lease");
        this.doubt = doubt;
        this.answer = attempt.answer();
    }

    /** What the presentation came to; null if another client's answer has turned up, which is worth another turn. */
    @Nullable
    Outcome make() {
        if (doubt) {
            grant.tell(new TokenEvent.RefreshInDoubt(grant.key(), null));
        }
        try {
            UserAccessToken pair = answer == null ? null : readKept(answer);
            return keep(pair == null ? present() : pair);
        } catch (ApiException refusal) {
            Reauthorize reauthorize = TokenEndpoint.reauthorize(refusal, doubt ? Reason.RESPONSE_LOST : Reason.REFUSED);
            if (reauthorize == null) {
                letGo();
                throw refusal;
            }
            return refused(reauthorize);
        } catch (RuntimeException | Error e) {
            letGo();
            throw e;
        }
    }

    /** The pair in an answer that an earlier attempt could not verify yet; null if it can never be. */
    private @Nullable UserAccessToken readKept(String kept) {
        try {
            return read(kept);
        } catch (UnexpectedResponseException | VerificationException e) {
            boolean isWorthWaitingFor = !isBeyondReading(e)
                    && grant.now().isBefore(attempt.startedAt().plus(LONGEST_WAIT_FOR_KEY));
            if (isWorthWaitingFor) {
                throw e;
            }
            answer = null;
            return null;
        }
    }

    private UserAccessToken present() {
        String fresh = send();
        doubt = true;
        answer = fresh;
        try {
            return read(fresh);
        } catch (DigiMeException e) {
            answer = isBeyondReading(e) ? null : fresh;
            inDoubt(e);
            throw e;
        }
    }

    /** Unless the keys were out of reach; or the one in question has been put into use a moment ago, and is there yet. */
    private static boolean isBeyondReading(DigiMeException failure) {
        return failure instanceof UnexpectedResponseException
                || (failure instanceof VerificationException unverified && unverified.check() != Check.KEY_ID);
    }

    private UserAccessToken read(String text) {
        UserAccessToken pair = grant.endpoint().readRefreshed(text, old);
        if (leased.state().holds(pair)) {
            throw new UnexpectedResponseException("refreshToken", 200, "token", "the new pair is the old one");
        }
        return pair;
    }

    private String send() {
        while (true) {
            boolean isReplay = doubt;
            try {
                return grant.endpoint().presentRefreshToken(contract, old);
            } catch (NetworkException e) {
                if (!e.requestMayHaveArrived()) {
                    throw e;
                }
                inDoubt(e);
                if (isReplay) {
                    throw e;
                }
            } catch (UnexpectedResponseException e) {
                inDoubt(e);
                throw e;
            } catch (ApiException e) {
                if (e.status() >= 500 && e.status() != 503) {
                    inDoubt(e);
                }
                throw e;
            }
        }
    }

    private void inDoubt(DigiMeException failure) {
        doubt = true;
        grant.tell(new TokenEvent.RefreshInDoubt(grant.key(), failure));
    }

    private Outcome keep(UserAccessToken pair) {
        GrantState next = leased.state().succeededBy(pair, grant.now());
        try {
            return Renewed.byServer(new GrantWriter(grant.records()).write(leased.version(), next), null);
        } catch (TokenStoreException e) {
            grant.tell(new TokenEvent.StoreFailed(grant.key(), e));
            return Renewed.byServer(
                    new Snapshot(leased.version(), next), TokenStoreException.unsaved(grant.key(), pair, e));
        }
    }

    /** The server's word on this pair is final, unless the pair has been replaced meanwhile. */
    private @Nullable Outcome refused(Reauthorize reauthorize) {
        for (int conflicts = 0; conflicts < GrantRecords.MOST_CONFLICTS; conflicts++) {
            Snapshot stored = grant.records().require();
            if (!stored.state().holds(old)) {
                return Renewed.byAnother(stored);
            }
            if (hasNewAnswer(stored.state())) {
                return null;
            }
            GrantState next = stored.state().refused(new Refusal(reauthorize, grant.now()), left(stored.state()));
            Snapshot noted = noted(stored, next);
            if (noted != null) {
                return new Dead(noted, reauthorize);
            }
        }
        throw grant.records().tooManyConflicts();
    }

    private boolean hasNewAnswer(GrantState stored) {
        RefreshAttempt current = stored.attempt();
        return current != null && current.answer() != null && !current.answer().equals(attempt.answer());
    }

    /** What remains of the attempt: of somebody else's, who has taken over meanwhile, all. */
    private @Nullable RefreshAttempt left(GrantState stored) {
        RefreshAttempt current = stored.attempt();
        boolean isMine = current == null || current.holder().equals(grant.holder());
        return isMine ? left() : current;
    }

    private @Nullable RefreshAttempt left() {
        return doubt ? attempt.released().answered(answer) : null;
    }

    private @Nullable Snapshot noted(Snapshot stored, GrantState next) {
        try {
            return grant.records().write(stored.version(), next);
        } catch (TokenStoreException e) {
            grant.tell(new TokenEvent.StoreFailed(grant.key(), e));
            return new Snapshot(stored.version(), next);
        }
    }

    /** Gives the lease up; doubt, and an answer that nobody could read yet, stay recorded, in memory at the least. */
    private void letGo() {
        boolean isRecorded = false;
        try {
            isRecorded = recordedWhatIsLeft();
        } catch (TokenStoreException e) {
            // The lease will run out by itself, and what made this attempt fail is the greater news.
            grant.tell(new TokenEvent.StoreFailed(grant.key(), e));
        }
        if (!isRecorded && answer != null) {
            memory.keepUnread(old, answer);
        }
    }

    /** Whoever has written meanwhile knows of the doubt, as it was in the lease; but not of the answer. */
    private boolean recordedWhatIsLeft() {
        Snapshot written =
                grant.records().write(leased.version(), leased.state().withAttempt(left()));
        if (answer == null && written == null) {
            return true;
        }
        for (int conflicts = 0; written == null && conflicts < GrantRecords.MOST_CONFLICTS; conflicts++) {
            Snapshot stored = grant.records().load();
            if (stored == null || !stored.state().holds(old)) {
                return true;
            }
            RefreshAttempt unread = Objects.requireNonNull(left(stored.state()), "doubt with an answer");
            written = grant.records().write(stored.version(), stored.state().answered(unread.answered(answer)));
        }
        if (written != null) {
            memory.learn(written, Origin.STORE);
        }
        return written != null;
    }
}

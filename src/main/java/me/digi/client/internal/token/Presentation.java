package me.digi.client.internal.token;

import java.util.Objects;
import me.digi.client.auth.RefreshResult.Reason;
import me.digi.client.auth.RefreshResult.Reauthorize;
import me.digi.client.auth.UserAccessToken;
import me.digi.client.diagnostics.TokenEvent;
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
    private final GrantContext grant;
    private final Snapshot leased;
    private final UserAccessToken old;
    private final RefreshAttempt attempt;
    private boolean doubt;
    private @Nullable String answer;

    Presentation(GrantContext grant, Snapshot leased, boolean doubt) {
        this.grant = grant;
        this.leased = leased;
        this.old = leased.state().token();
        this.attempt = Objects.requireNonNull(leased.state().attempt(), "a presentation without a lease");
        this.doubt = doubt;
        this.answer = attempt.answer();
    }

    Outcome make() {
        if (doubt) {
            grant.tell(new TokenEvent.RefreshInDoubt(grant.key(), null));
        }
        try {
            UserAccessToken pair = answer == null ? null : readKept(answer);
            return keep(pair == null ? present() : pair);
        } catch (ApiException refusal) {
            Reauthorize reauthorize = TokenEndpoint.reauthorize(refusal, doubt ? Reason.ANSWER_LOST : Reason.REFUSED);
            if (reauthorize == null) {
                letGo();
                throw refusal;
            }
            return refused(reauthorize);
        } catch (RuntimeException e) {
            letGo();
            throw e;
        }
    }

    /** The pair in an answer that an earlier attempt could not verify yet; null if it can never be. */
    private @Nullable UserAccessToken readKept(String kept) {
        try {
            return grant.endpoint().readRefreshed(kept, old);
        } catch (VerificationException | UnexpectedResponseException forgedOrBroken) {
            answer = null;
            return null;
        }
    }

    private UserAccessToken present() {
        String fresh = send();
        doubt = true;
        answer = fresh;
        try {
            return grant.endpoint().readRefreshed(fresh, old);
        } catch (UnexpectedResponseException e) {
            answer = null;
            throw e;
        } catch (VerificationException e) {
            // A key that is not known may have been put into use a moment ago: then it is the next time.
            answer = e.check() == Check.KEY_ID ? fresh : null;
            throw e;
        }
    }

    private String send() {
        while (true) {
            boolean isReplay = doubt;
            try {
                return grant.endpoint().presentRefreshToken(grant.contract(), old);
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
    private Outcome refused(Reauthorize reauthorize) {
        Snapshot stored = grant.records().load();
        if (stored != null && !stored.state().holds(old)) {
            return Renewed.byAnother(stored);
        }
        letGo();
        grant.tell(new TokenEvent.ReauthorizationNeeded(grant.key(), reauthorize));
        return new Dead(reauthorize);
    }

    /** Gives the lease up; doubt, and an answer that nobody could read yet, stay recorded. */
    private void letGo() {
        RefreshAttempt left = doubt ? attempt.released(grant.now()).answered(answer) : null;
        try {
            grant.records().write(leased.version(), leased.state().withAttempt(left));
        } catch (TokenStoreException e) {
            // The lease will run out by itself, and what made this attempt fail is the greater news.
            grant.tell(new TokenEvent.StoreFailed(grant.key(), e));
        }
    }
}

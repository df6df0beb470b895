package me.digi.client.internal.token.schedules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import me.digi.client.auth.RefreshResult.Reauthorize;
import me.digi.client.auth.TakeOver;
import me.digi.client.auth.UserAccessToken;
import me.digi.client.error.DigiMeException;
import me.digi.client.store.GrantNotFoundException;
import me.digi.client.store.ReauthorizationRequiredException;
import org.jspecify.annotations.Nullable;

/** What an application does with its clients, and what happens to its users and processes. */
final class Operations {
    private static final Duration CONSENT = Duration.ofSeconds(20);
    private static final Duration LONGEST_OUTAGE = Duration.ofSeconds(90);
    private static final Duration LONGEST_THOUGHT = Duration.ofSeconds(40);
    private static final int MAX_SIGN_INS = 40;

    private final TokenSchedule schedule;
    private final Fibers fibers;
    private int visitors = 100;

    Operations(TokenSchedule schedule) {
        this.schedule = schedule;
        this.fibers = schedule.fibers;
    }

    void any(SimulatedProcess process, Row row) {
        switch (fibers.lot(20)) {
            case 0, 1, 2, 3, 4 -> use(process, row, false);
            case 5, 6 -> use(process, row, true);
            case 7, 8 -> refresh(process, row);
            case 9 -> newest(process, row);
            case 10 -> process.user(row).status();
            case 11, 12, 13 -> fibers.sleep(fibers.upTo(LONGEST_THOUGHT));
            case 14, 15 -> awaitExpiry();
            case 16, 17 -> updateFromApplication(process, row);
            default -> disturb(process, row);
        }
    }

    /** Signs in the row's user until that is done, as people do; not if the process ends. */
    void signIn(SimulatedProcess process, Row row) {
        for (int attempt = 0; attempt < MAX_SIGN_INS; attempt++) {
            fibers.sleep(CONSENT);
            process.endIfGone();
            RotatingServer.Code code = schedule.server.authorize(row.user);
            schedule.requests.expectCode(row, code.code());
            fibers.note("digi-" + row.user + " consents, " + process + " signs " + row + " in");
            boolean isDone = signIn(process, row, code);
            if (!isDone) {
                isDone = signIn(process, row, code);
            }
            if (isDone) {
                return;
            }
        }
        throw new AssertionError("nobody can sign in");
    }

    /** A pair that the server takes, through as many replacements as a call makes; null if there is none. */
    @Nullable
    UserAccessToken use(SimulatedProcess process, Row row, boolean oneTime) {
        long begunAt = fibers.now();
        try {
            Engine.User user = process.user(row);
            UserAccessToken pair = user.usable(oneTime);
            checkFresh(process, pair, oneTime, begunAt);
            for (int repeats = 0; repeats < 2; repeats++) {
                process.step();
                boolean isGateway = schedule.refusesAtGateway();
                if (schedule.server.accepts(pair) && !isGateway) {
                    return pair;
                }
                pair = user.replacement(pair, !isGateway && fibers.chance(0.7));
            }
            return schedule.server.accepts(pair) ? pair : null;
        } catch (ReauthorizationRequiredException e) {
            dead(process, row, begunAt, e.reauthorize());
            return null;
        }
    }

    /** The newest pair that the process knows. */
    UserAccessToken newest(SimulatedProcess process, Row row) {
        return process.user(row).token();
    }

    private void refresh(SimulatedProcess process, Row row) {
        long begunAt = fibers.now();
        try {
            if (process.user(row).refresh() instanceof Reauthorize reauthorize) {
                dead(process, row, begunAt, reauthorize);
            }
        } catch (ReauthorizationRequiredException e) {
            dead(process, row, begunAt, e.reauthorize());
        }
    }

    private void dead(SimulatedProcess process, Row row, long begunAt, Reauthorize reauthorize) {
        schedule.verdicts.declared(process, row, begunAt, reauthorize.reason());
        if (!schedule.isCalm() && fibers.chance(0.5)) {
            signIn(process, row);
        }
    }

    /** A body that is sent once goes under a pair that is good, as far as its process can know. */
    private void checkFresh(SimulatedProcess process, UserAccessToken pair, boolean oneTime, long begunAt) {
        if (oneTime && !process.hasJumpedSince(begunAt)) {
            fibers.check(() -> assertThat(pair.accessToken().expiresAt())
                    .as(
                            "%s sends a one-time body under %s",
                            process, pair.accessToken().value())
                    .isAfter(process.wallTime()));
        }
    }

    private boolean signIn(SimulatedProcess process, Row row, RotatingServer.Code code) {
        try {
            process.user(row).signIn(code.code(), code.codeVerifier());
            fibers.check(() -> assertThat(schedule.requests.isExchanged(row, code.code()))
                    .as("whether the sign-in that %s has finished gave a pair", process)
                    .isTrue());
            return true;
        } catch (DigiMeException e) {
            process.note(row, "cannot finish the sign-in", e);
            process.step();
            return false;
        }
    }

    private void awaitExpiry() {
        long life = ModelServer.LIFE.plusSeconds(30).toNanos();
        long next = (fibers.now() / life + 1) * life;
        fibers.sleep(Duration.ofNanos(next - fibers.now()));
    }

    private void updateFromApplication(SimulatedProcess process, Row row) {
        if (!schedule.actsOnPairs()) {
            use(process, row, false);
            return;
        }
        switch (fibers.lot(10)) {
            case 0, 1, 2 -> takeOver(process, row, anyEarlierPair(row), TakeOver.Mode.IF_NEWER);
            case 3 -> takeOver(process, row, anyEarlierPair(row), TakeOver.Mode.REPLACE);
            case 4 -> takeOver(process, row, schedule.server.consent(visitors++), TakeOver.Mode.IF_NEWER);
            case 5 -> {
                row.user = visitors++;
                takeOver(process, row, schedule.server.consent(row.user), TakeOver.Mode.REPLACE);
            }
            case 6 -> {
                row.user = fibers.chance(0.5) ? row.user : visitors++;
                signIn(process, row);
            }
            case 7 -> takeOverNewConsent(process, row);
            case 8 -> {
                fibers.note(process + " forgets " + row);
                process.user(row).forget();
            }
            default -> row.delete();
        }
    }

    private void takeOverNewConsent(SimulatedProcess process, Row row) {
        UserAccessToken pair = schedule.server.consent(row.user);
        if (!(takeOver(process, row, pair, TakeOver.Mode.IF_NEWER) instanceof TakeOver.Taken)) {
            takeOver(process, row, pair, TakeOver.Mode.REPLACE);
        }
    }

    private TakeOver takeOver(SimulatedProcess process, Row row, @Nullable UserAccessToken pair, TakeOver.Mode mode) {
        UserAccessToken handed = pair == null ? schedule.server.consent(row.user) : pair;
        fibers.note(process + " takes over " + handed.refreshToken().value() + " as " + row + ", " + mode);
        Row.HandOver updateFromApplication =
                row.updateFromApplication(handed, mode == TakeOver.Mode.REPLACE ? Row.How.REPLACE : Row.How.IF_NEWER);
        try {
            TakeOver result = process.user(row).takeOver(handed, mode);
            fibers.note(process + " has taken over: " + result.getClass().getSimpleName());
            return result;
        } finally {
            row.ended(updateFromApplication);
        }
    }

    private static @Nullable UserAccessToken anyOf(Fibers fibers, List<UserAccessToken> pairs) {
        return pairs.isEmpty() ? null : pairs.get(fibers.lot(pairs.size()));
    }

    private @Nullable UserAccessToken anyEarlierPair(Row row) {
        return anyOf(fibers, row.pairs());
    }

    private void disturb(SimulatedProcess process, Row row) {
        Rates rates = schedule.rates;
        if (fibers.chance(rates.revocation())) {
            fibers.note("digi-" + row.user + " revokes");
            schedule.server.revoke(row.user);
        } else if (fibers.chance(rates.crash())) {
            schedule.crash(process);
        } else if (fibers.chance(rates.stop())) {
            process.stop(fibers.upTo(SimulatedProcess.LONGEST_STOP));
        } else if (fibers.chance(rates.outage())) {
            process.loseStore(fibers.upTo(LONGEST_OUTAGE));
        } else if (rates.jumps() && fibers.chance(0.5)) {
            process.jump();
        } else if (fibers.chance(0.1)) {
            schedule.restart(process);
            process.close();
        }
    }

    /** What a driver does: one operation, and what may come of it. */
    void attempt(int slot, SimulatedProcess process, Row row) {
        fibers.belongTo(process);
        try {
            any(process, row);
        } catch (SimulatedProcess.Crashed e) {
            // The next operation is the next process's.
        } catch (GrantNotFoundException e) {
            process.note(row, "finds nothing", e);
            fibers.check(() -> assertThat(row.wasMissing())
                    .as("whether %s was missing", row)
                    .isTrue());
            if (fibers.chance(0.5)) {
                fibers.belongTo(null);
                again(slot, row);
            }
        } catch (DigiMeException e) {
            process.note(row, "fails in an operation", e);
        } catch (IllegalStateException | java.util.concurrent.RejectedExecutionException e) {
            fibers.check(() -> assertThat(process.isGone() || schedule.isReplaced(process))
                    .as("whether %s is closed, which failed with %s", process, e)
                    .isTrue());
        } finally {
            fibers.belongTo(null);
        }
    }

    private void again(int slot, Row row) {
        SimulatedProcess process = Objects.requireNonNull(schedule.process(slot));
        fibers.belongTo(process);
        try {
            signIn(process, row);
        } catch (SimulatedProcess.Crashed | IllegalStateException e) {
            fibers.note(process + " does not come to sign in");
        }
    }
}

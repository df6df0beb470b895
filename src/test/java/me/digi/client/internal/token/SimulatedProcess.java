package me.digi.client.internal.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import me.digi.client.auth.ContractDetails;
import me.digi.client.auth.UserAccessToken;
import me.digi.client.diagnostics.TokenEvent;
import me.digi.client.error.ApiException;
import me.digi.client.error.DigiMeException;
import me.digi.client.error.NetworkException;
import me.digi.client.internal.auth.RefreshEndpoint;
import me.digi.client.internal.token.Presentations.Presentation;
import me.digi.client.internal.token.Presentations.Result;
import me.digi.client.internal.token.RotatingServer.Fate;

/** A client in a process of its own, which can die at every step that it takes outside itself. */
final class SimulatedProcess {
    private static final TokenPolicy POLICY = new TokenPolicy(
            Duration.ofSeconds(105),
            Duration.ofSeconds(5),
            Duration.ofMinutes(1),
            Duration.ofMinutes(2),
            Duration.ofSeconds(10));

    private final TokenSchedule schedule;
    private final String name;
    private final Grants grants;
    private final Map<Integer, Grant> known = new HashMap<>();
    private final Map<Integer, Integer> newest = new HashMap<>();
    private final Map<String, Integer> heard = new HashMap<>();
    private boolean isGone;
    private Instant lastStoreTrouble = Instant.MIN;

    /** At most one fiber of a process is where it might wait for another one of the same process. */
    boolean isBoarding;

    SimulatedProcess(TokenSchedule schedule, String name) {
        this.schedule = schedule;
        this.name = name;
        this.grants = new Grants(
                new Grants.Parts(
                        schedule.store.of(this),
                        endpoint(),
                        schedule.fibers,
                        schedule.fibers::sleep,
                        POLICY,
                        new Notifications(this::hear, new DirectExecutor()),
                        name),
                new Flights(new DirectExecutor()));
    }

    /** Whether it crashed or was closed. */
    boolean isGone() {
        return isGone;
    }

    boolean hadStoreTroubleSince(Instant moment) {
        return !lastStoreTrouble.isBefore(moment);
    }

    Grant adopt(int user, UserAccessToken pair) {
        schedule.fibers.note(this + " adopts pair " + schedule.server.number(pair) + " of user-" + user);
        Grant grant = grants.adopted(schedule.server.contract(), "user-" + user, pair);
        known.put(user, grant);
        return grant;
    }

    Grant grant(int user) {
        return known.computeIfAbsent(user, unseen -> grants.stored(schedule.server.contract(), "user-" + unseen));
    }

    /** The newest pair that it knows, which is never older than the one before. */
    int newestOf(int user) {
        int number = schedule.server.number(grant(user).token());
        schedule.fibers.check(() -> assertThat(number)
                .as("what %s knows of user %s", this, user)
                .isGreaterThanOrEqualTo(newest.getOrDefault(user, 0)));
        newest.put(user, number);
        return number;
    }

    void crash() {
        schedule.fibers.note(this + " crashes");
        isGone = true;
    }

    void close() {
        schedule.fibers.note(this + " closes");
        grants.close();
        isGone = true;
    }

    /** Others may go on meanwhile, and this process may be no more afterwards. */
    void step() {
        schedule.fibers.pause();
        if (isGone) {
            throw new Crashed();
        }
    }

    void failPerhaps() {
        if (schedule.storeFails()) {
            lastStoreTrouble = schedule.fibers.instant();
            schedule.fibers.note("the store fails " + this);
            throw new IllegalStateException("the store is out of order");
        }
    }

    @Override
    public String toString() {
        return name;
    }

    private void hear(TokenEvent event) {
        if (event instanceof TokenEvent.Changed changed && !isGone) {
            int number = schedule.server.number(changed.token());
            int before = heard.getOrDefault(changed.grant().userKey(), 0);
            schedule.fibers.check(() -> assertThat(number)
                    .as("what the listener of %s hears after pair %s", this, before)
                    .isGreaterThan(before));
            heard.put(changed.grant().userKey(), number);
        }
    }

    private RefreshEndpoint endpoint() {
        return new RefreshEndpoint() {
            @Override
            public void prepareRefresh() {
                step();
            }

            @Override
            public String presentRefreshToken(ContractDetails contract, UserAccessToken pair) {
                step();
                Fate fate = schedule.fate();
                Presentation presentation = schedule.begin(SimulatedProcess.this, pair);
                schedule.fibers.note(SimulatedProcess.this + " presents "
                        + pair.refreshToken().value());
                try {
                    String answer = schedule.server.present(pair, fate);
                    step();
                    presentation.result = Result.RENEWED;
                    schedule.fibers.note(SimulatedProcess.this + " gets a new pair");
                    schedule.refreshed(SimulatedProcess.this, schedule.server.read(answer, pair));
                    return answer;
                } catch (DigiMeException e) {
                    step();
                    presentation.result = result(e);
                    schedule.fibers.note(SimulatedProcess.this + " learns: " + presentation.result);
                    throw e;
                }
            }

            @Override
            public UserAccessToken readRefreshed(String answer, UserAccessToken old) {
                step();
                if (schedule.keysAreOutOfReach()) {
                    throw NetworkException.notSent("jwks", null);
                }
                return schedule.server.read(answer, old);
            }
        };
    }

    private static Result result(DigiMeException failure) {
        if (failure instanceof ApiException refusal) {
            return refusal.status() == 401 ? Result.REFUSED : Result.NOTHING_DONE;
        }
        boolean isInDoubt = failure instanceof NetworkException network && network.requestMayHaveArrived();
        return isInDoubt ? Result.NO_ANSWER : Result.NOTHING_DONE;
    }

    /** What a dead process does. */
    static final class Crashed extends Error {
        private static final long serialVersionUID = 1L;
    }
}

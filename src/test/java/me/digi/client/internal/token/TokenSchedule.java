package me.digi.client.internal.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import me.digi.client.auth.RefreshResult.Reauthorize;
import me.digi.client.auth.UserAccessToken;
import me.digi.client.error.DigiMeException;
import me.digi.client.error.ReauthorizationRequiredException;
import me.digi.client.internal.token.Presentations.Presentation;
import me.digi.client.internal.token.RotatingServer.Fate;
import me.digi.client.internal.token.SimulatedProcess.Crashed;

/**
 * One course of events: a few processes share a store and use the tokens of a few users, while requests get lost, the
 * store fails, processes crash and start again, users withdraw their consent, and time passes. What must hold is checked
 * at every step, and at the end, when all trouble is over, every process has to have the newest pair.
 */
final class TokenSchedule {
    private static final int USERS = 2;
    private static final int MOST_OPERATIONS = 12;
    private static final Duration LONGEST_OVERRUN = Duration.ofMinutes(4);
    private static final Duration WHAT_A_CONSENT_TAKES = Duration.ofSeconds(20);
    private static final Duration UNTIL_ALL_PAUSES_ARE_OVER = Duration.ofMinutes(5);

    final Fibers fibers;
    final RotatingServer server;
    final ScheduledStore store;
    private final Trouble trouble;
    private final Presentations presentations = new Presentations();
    private final List<SimulatedProcess> processes = new ArrayList<>();
    private final Map<String, Integer> users = new HashMap<>();
    private final Whereabouts whereabouts;
    private int started;
    private int boarding;
    private int deaths;
    private boolean isCalm;

    TokenSchedule(Fibers fibers, RotatingServer server) {
        this.fibers = fibers;
        this.server = server;
        this.store = new ScheduledStore(fibers, server);
        this.trouble = Trouble.drawn(fibers);
        this.whereabouts = new Whereabouts(fibers, server, store, trouble.overrun());
    }

    /** How often a refresh token was presented. */
    int presentations() {
        return presentations.count();
    }

    /** How often a caller was told that the user has to consent again. */
    int deaths() {
        return deaths;
    }

    void run() {
        isCalm = true;
        fibers.start(this::begin);
        fibers.run();
        isCalm = false;
        for (int slot = 0; slot < processes.size(); slot++) {
            int mine = slot;
            for (int fiber = 1 + fibers.lot(2); fiber > 0; fiber--) {
                fibers.start(() -> live(mine));
            }
        }
        fibers.run();
        isCalm = true;
        fibers.start(this::settle);
        fibers.run();
    }

    Fate fate() {
        return isCalm ? Fate.ANSWERED : trouble.fate(fibers);
    }

    boolean keysAreOutOfReach() {
        return !isCalm && fibers.chance(trouble.keys());
    }

    boolean storeFails() {
        return !isCalm && fibers.chance(trouble.store());
    }

    Presentation begin(SimulatedProcess process, UserAccessToken pair) {
        return presentations.begin(fibers, process, pair, trouble.overrun());
    }

    void refreshed(SimulatedProcess process, UserAccessToken pair) {
        whereabouts.refreshed(users.get(pair.userId()), process, pair);
    }

    private void begin() {
        for (int process = 2 + fibers.lot(2); process > 0; process--) {
            processes.add(newProcess());
        }
        for (int user = 0; user < USERS; user++) {
            UserAccessToken pair = server.consent(user);
            users.put(pair.userId(), user);
            processes.get(0).adopt(user, pair);
        }
    }

    private SimulatedProcess newProcess() {
        return new SimulatedProcess(this, "process-" + ++started);
    }

    private void live(int slot) {
        for (int operation = 1 + fibers.lot(MOST_OPERATIONS); operation > 0; operation--) {
            fibers.pause();
            SimulatedProcess process = processes.get(slot);
            try {
                operate(slot, process, fibers.lot(USERS));
            } catch (Crashed | IllegalStateException e) {
                // The other fiber of this process has let it crash, or has closed it.
                fibers.check(() -> assertThat(processes).doesNotContain(process));
            } catch (DigiMeException e) {
                fibers.note(process + " will try again: " + e.getMessage());
            }
        }
    }

    private void operate(int slot, SimulatedProcess process, int user) {
        switch (fibers.lot(10)) {
            case 0, 1, 2 -> boarded(process, () -> use(process, user));
            case 3 -> boarded(process, () -> process.grant(user).freshToken());
            case 4 -> boarded(process, () -> refresh(process, user));
            case 5 -> process.newestOf(user);
            case 6 -> process.grant(user).status();
            case 7 -> process.adopt(user, anyEarlierPair(user));
            case 8 -> expire();
            default -> befall(slot, process, user);
        }
    }

    private UserAccessToken anyEarlierPair(int user) {
        List<UserAccessToken> past = store.past(whereabouts.key(user));
        return past.get(fibers.lot(past.size()));
    }

    private void befall(int slot, SimulatedProcess process, int user) {
        if (fibers.chance(trouble.revocation())) {
            fibers.note("user-" + user + " revokes");
            server.revoke(user);
        } else if (fibers.chance(trouble.crash())) {
            whereabouts.gone(process, false);
            process.crash();
            processes.set(slot, newProcess());
        } else if (!process.isBoarding) {
            processes.set(slot, newProcess());
            process.close();
            whereabouts.gone(process, true);
        }
    }

    /** Two fibers of one process do not wait for each other's flights: that is a matter for tests with real threads. */
    private void boarded(SimulatedProcess process, Runnable work) {
        fibers.waitUntil(() -> !process.isBoarding);
        process.isBoarding = true;
        boarding++;
        try {
            work.run();
        } finally {
            boarding--;
            process.isBoarding = false;
        }
    }

    private void use(SimulatedProcess process, int user) {
        int begun = fibers.steps();
        try {
            Grant grant = process.grant(user);
            UserAccessToken token = grant.usableToken();
            process.step();
            if (!server.accepts(token)) {
                grant.replacementFor(token);
            }
        } catch (ReauthorizationRequiredException e) {
            mourn(process, user, begun);
        }
    }

    private void refresh(SimulatedProcess process, int user) {
        int begun = fibers.steps();
        if (process.grant(user).refresh() instanceof Reauthorize) {
            mourn(process, user, begun);
        }
    }

    /** The grant was declared dead: that must have been true, and the user may consent again. */
    private void mourn(SimulatedProcess process, int user, int begun) {
        deaths++;
        fibers.note(process + " declares user-" + user + " dead");
        fibers.check(() -> assertThat(whereabouts.mayBeTakenForDead(user, begun))
                .as("%s declares user %s dead, whose pair %s is honoured", process, user, server.honoured(user))
                .isTrue());
        if (fibers.chance(0.5)) {
            reauthorize(process, user);
        }
    }

    private void reauthorize(SimulatedProcess process, int user) {
        fibers.advance(WHAT_A_CONSENT_TAKES);
        UserAccessToken pair = server.consent(user);
        fibers.note("user-" + user + " consents");
        whereabouts.consented(user, process, pair);
        while (true) {
            try {
                process.adopt(user, pair);
                return;
            } catch (DigiMeException e) {
                process.step();
            }
        }
    }

    private void expire() {
        if (!trouble.overrun()) {
            fibers.waitUntil(() -> boarding == 0);
        }
        fibers.advance(fibers.chance(0.5) ? ModelServer.LIFE : LONGEST_OVERRUN);
    }

    private void settle() {
        for (int round = 0; round < 3; round++) {
            processes.forEach(this::useAll);
            fibers.advance(UNTIL_ALL_PAUSES_ARE_OVER);
        }
        for (int user = 0; user < USERS; user++) {
            settle(user);
        }
    }

    private void useAll(SimulatedProcess process) {
        for (int user = 0; user < USERS; user++) {
            try {
                assertThat(tokenThatWorks(process, user)).isNotNull();
            } catch (ReauthorizationRequiredException e) {
                // Another process may have what this one lacks, and bring it into the store in its turn.
                fibers.note(process + " finds user-" + user + " dead");
            }
        }
    }

    private UserAccessToken tokenThatWorks(SimulatedProcess process, int user) {
        UserAccessToken token = process.grant(user).usableToken();
        return server.accepts(token) ? token : process.grant(user).replacementFor(token);
    }

    private void settle(int user) {
        if (whereabouts.isDead(user)) {
            reauthorize(processes.get(0), user);
        }
        SimulatedProcess last = processes.get(processes.size() - 1);
        assertThat(last.grant(user).replacementFor(tokenThatWorks(last, user))).isNotNull();
        for (SimulatedProcess process : processes) {
            assertThat(server.accepts(tokenThatWorks(process, user))).isTrue();
            assertThat(process.newestOf(user)).isEqualTo(server.honoured(user));
        }
        assertThat(server.number(store.state(whereabouts.key(user)).token())).isEqualTo(server.honoured(user));
    }
}

package me.digi.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import me.digi.client.RunningProcess.Answer;
import me.digi.client.auth.RefreshResult.Reason;
import me.digi.client.sandbox.Sandbox;
import me.digi.client.store.SharedStore;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Processes that are killed or stopped at random moments of a refresh, on real time, with wall clocks that differ by
 * minutes. Takes some ten minutes, so it runs only when it is told to: {@code -Dprocesses.kills=100} and
 * {@code -Dprocesses.stops=50}, half of them on each store.
 */
@Timeout(value = 30, unit = TimeUnit.MINUTES)
class KilledAndStoppedProcessesTest {
    /** As many users as are refreshed at once, each with a process of their own beside those that serve all. */
    private static final int USERS = 10;

    private static final int RIVALS = 2;
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(20);
    private static final Duration STOP = Duration.ofSeconds(30);
    private static final int BEFORE_SENDING_MILLIS = 100;
    private static final int AFTER_SENDING_MILLIS = 700;
    private static final int MOST_AHEAD_SECONDS = 180;
    private static final String LOST = ClientProcess.loggedOut(Reason.RESPONSE_LOST);

    /** Where a process was stopped while it held the lock of a file. */
    private static final String STORE_FAILED = "TokenStoreException";

    private final long seed = Long.getLong("processes.seed", 20_261_126L);
    private final Random random = new Random(seed);
    private final Map<String, Integer> counts = new TreeMap<>();
    private Duration longest = Duration.ZERO;

    @TempDir
    private Path directory;

    @ParameterizedTest
    @EnumSource
    @EnabledIfSystemProperty(named = "processes.kills", matches = "\\d+")
    void t8_noCallWaitsLongForAKilledProcess(SharedStore kind) {
        int kills = Integer.getInteger("processes.kills") / 2;
        List<SlowTokenRelay> relays = new ArrayList<>();
        try (SharedStoreFixture fixture =
                new SharedStoreFixture(Sandbox.builder().runningClock().start(), kind, directory)) {
            for (int number = 0; number < USERS; number++) {
                fixture.signIn(user(number));
                relays.add(new SlowTokenRelay(fixture.sandbox, random.nextLong()));
            }
            List<RunningProcess> rivals = new ArrayList<>();
            for (int number = 0; number < RIVALS; number++) {
                rivals.add(
                        start(fixture, fixture.sandbox.environment().baseUrl().toString()));
            }
            List<RunningProcess> victims = startedOn(fixture, relays, Math.min(USERS, kills));
            for (int done = 0; done < kills; ) {
                serveAll(fixture, rivals);
                serveEach(fixture, victims);
                relays.forEach(SlowTokenRelay::reset);
                fixture.sandbox.expireAccessTokens();
                List<Call> calls = new ArrayList<>();
                List<CompletableFuture<Void>> killed = new ArrayList<>();
                for (int number = 0; number < victims.size(); number++) {
                    RunningProcess victim = victims.get(number);
                    String user = user(number);
                    SlowTokenRelay relay = relays.get(number);
                    CompletableFuture<Answer> unused = victim.call(user);
                    CompletableFuture<Void> gone = duringRefresh(relay, () -> {
                        count("killed when " + relay.stage());
                        victim.close();
                    });
                    killed.add(gone);
                    for (RunningProcess rival : rivals) {
                        calls.add(meanwhile(number, relay, gone, rival, user));
                    }
                }
                killed.forEach(CompletableFuture::join);
                int count = victims.size();
                done += count;
                victims = startedOn(fixture, relays, Math.min(USERS, kills - done));
                for (Call call : calls) {
                    Answer response = call.response.join();
                    measure(response);
                    String user = user(call.number);
                    if (response.text().equals(LOST)) {
                        count("told RESPONSE_LOST");
                        assertThat(relays.get(call.number).stage())
                                .as("what its process had sent")
                                .isNotEqualTo(SlowTokenRelay.Stage.NOTHING_SENT);
                    } else {
                        assertThat(response.text()).isEqualTo(fixture.served(user));
                        count("served");
                    }
                }
                for (int number = 0; number < count; number++) {
                    settle(fixture, user(number), calls, number);
                }
            }
        } finally {
            relays.forEach(SlowTokenRelay::close);
            print(kind + ", " + kills + " kills");
        }
        assertThat(longest).isLessThanOrEqualTo(LONGEST_WAIT);
    }

    /**
     * The stored pair is the one that the sandbox accepts, unless its loss was reported; then the user consents again.
     */
    private void settle(SharedStoreFixture fixture, String user, List<Call> calls, int number) {
        boolean isLost = calls.stream()
                .anyMatch(call ->
                        call.number == number && call.response.join().text().equals(LOST));
        if (isLost) {
            count("users lost");
            fixture.signIn(user);
        } else {
            assertThat(fixture.stored(user)).isEqualTo(fixture.served(user));
            count("users kept");
        }
    }

    @ParameterizedTest
    @EnumSource
    @EnabledIfSystemProperty(named = "processes.stops", matches = "\\d+")
    void t8_nothingIsLostByAProcessThatIsSuspendedAndResumed(SharedStore kind) throws InterruptedException {
        int stops = Integer.getInteger("processes.stops") / 2;
        List<SlowTokenRelay> relays = new ArrayList<>();
        List<String> lost = new ArrayList<>();
        try (SharedStoreFixture fixture =
                new SharedStoreFixture(Sandbox.builder().runningClock().start(), kind, directory)) {
            for (int number = 0; number < Math.min(USERS, stops); number++) {
                fixture.signIn(user(number));
                relays.add(new SlowTokenRelay(fixture.sandbox, random.nextLong()));
            }
            List<RunningProcess> rival = List.of(
                    start(fixture, fixture.sandbox.environment().baseUrl().toString()));
            List<RunningProcess> owners = startedOn(fixture, relays, relays.size());
            for (int done = 0; done < stops; done += owners.size()) {
                serveAll(fixture, rival);
                serveEach(fixture, owners);
                relays.forEach(SlowTokenRelay::reset);
                fixture.sandbox.expireAccessTokens();
                List<Call> owns = new ArrayList<>();
                List<Call> others = new ArrayList<>();
                List<CompletableFuture<Void>> stopped = new ArrayList<>();
                List<SlowTokenRelay.Stage> stages = new ArrayList<>();
                for (int number = 0; number < owners.size(); number++) {
                    RunningProcess owner = owners.get(number);
                    SlowTokenRelay relay = relays.get(number);
                    String user = user(number);
                    owns.add(new Call(number, owner.call(user)));
                    stages.add(SlowTokenRelay.Stage.NOTHING_SENT);
                    int index = number;
                    CompletableFuture<Void> gone = duringRefresh(relay, () -> {
                        owner.stop();
                        stages.set(index, relay.stage());
                    });
                    stopped.add(gone);
                    others.add(meanwhile(number, relay, gone, rival.get(0), user));
                }
                stopped.forEach(CompletableFuture::join);
                Thread.sleep(STOP.toMillis());
                owners.forEach(RunningProcess::resume);
                for (Call call : others) {
                    Answer response = call.response.join();
                    if (!response.text().contains(STORE_FAILED)) {
                        measure(response);
                    }
                    count("meanwhile: " + kindOf(response, fixture.served(user(call.number))));
                }
                for (int number = 0; number < owners.size(); number++) {
                    String user = user(number);
                    SlowTokenRelay.Stage stage = stages.get(number);
                    count("stopped when " + stage);
                    String own = kindOf(owns.get(number).response.join(), fixture.served(user));
                    count("the stopped call: " + own);
                    Answer again = owners.get(number).call(user).join();
                    Answer elsewhere = rival.get(0).call(user).join();
                    boolean isKept = again.text().equals(fixture.served(user))
                            && elsewhere.text().equals(fixture.served(user))
                            && fixture.stored(user).equals(fixture.served(user));
                    count(isKept ? "users kept" : "users lost");
                    if (!isKept) {
                        lost.add("stopped when " + stage + "; then " + own + "; then " + again + "; elsewhere "
                                + elsewhere);
                        fixture.signIn(user);
                    }
                }
            }
        } finally {
            relays.forEach(SlowTokenRelay::close);
            print(kind + ", " + stops + " stops");
        }
        assertThat(lost).isEmpty();
        // A process that is stopped while it holds the lock of a file holds it for as long as it is stopped.
        assertThat(longest).isLessThanOrEqualTo(kind == SharedStore.FILE ? STOP.plus(LONGEST_WAIT) : LONGEST_WAIT);
    }

    private static String kindOf(Answer response, String served) {
        return response.text().equals(served)
                ? "served with the newest pair"
                : response.text().startsWith("served ")
                        ? "served with a pair that was replaced since"
                        : response.text().contains(STORE_FAILED) ? STORE_FAILED : response.text();
    }

    /** A call that is made, or will be. */
    private static final class Call {
        final int number;
        final CompletableFuture<Answer> response;

        Call(int number, CompletableFuture<Answer> response) {
            this.number = number;
            this.response = response;
        }
    }

    /**
     * Runs it at a moment of a refresh: in one of four cases before it is sent, in the others any time from then on.
     */
    private CompletableFuture<Void> duringRefresh(SlowTokenRelay relay, Runnable work) {
        boolean isBefore = random.nextInt(4) == 0;
        CompletableFuture<Void> start = isBefore ? relay.called() : relay.refreshed();
        Executor later = later(isBefore ? BEFORE_SENDING_MILLIS : AFTER_SENDING_MILLIS);
        return start.thenRunAsync(work, later);
    }

    /**
     * A call by another process, from about the moment on in which the refresh is sent or the first process is gone.
     */
    private Call meanwhile(
            int number, SlowTokenRelay relay, CompletableFuture<Void> gone, RunningProcess other, String user) {
        return new Call(
                number,
                CompletableFuture.anyOf(relay.refreshed(), gone)
                        .thenComposeAsync(started -> other.call(user), later(BEFORE_SENDING_MILLIS)));
    }

    private Executor later(int mostMillis) {
        return CompletableFuture.delayedExecutor(random.nextInt(mostMillis), TimeUnit.MILLISECONDS);
    }

    private static String user(int number) {
        return "user-" + number;
    }

    private RunningProcess start(SharedStoreFixture fixture, String baseUrl) {
        RunningProcess process = new RunningProcess(fixture.arguments(baseUrl, ahead().toString()));
        fixture.onClose(process::close);
        return process;
    }

    private Duration ahead() {
        return Duration.ofSeconds(random.nextInt(2 * MOST_AHEAD_SECONDS) - MOST_AHEAD_SECONDS);
    }

    private List<RunningProcess> startedOn(SharedStoreFixture fixture, List<SlowTokenRelay> relays, int count) {
        return relays.stream()
                .limit(count)
                .map(relay -> start(fixture, relay.url()))
                .toList();
    }

    /** Lets each of the processes know each user's newest pair. */
    private static void serveAll(SharedStoreFixture fixture, List<RunningProcess> processes) {
        for (RunningProcess process : processes) {
            process.awaitReady();
            for (int number = 0; number < USERS; number++) {
                String user = user(number);
                if (fixture.isSignedIn(user)) {
                    assertThat(process.call(user).join().text()).isEqualTo(fixture.served(user));
                }
            }
        }
    }

    /** Lets each process know its own user's newest pair. */
    private static void serveEach(SharedStoreFixture fixture, List<RunningProcess> processes) {
        List<CompletableFuture<Answer>> responses = new ArrayList<>();
        for (int number = 0; number < processes.size(); number++) {
            responses.add(processes.get(number).awaitReady().call(user(number)));
        }
        for (int number = 0; number < processes.size(); number++) {
            assertThat(responses.get(number).join().text()).isEqualTo(fixture.served(user(number)));
        }
    }

    private synchronized void count(String what) {
        counts.merge(what, 1, Integer::sum);
    }

    private void measure(Answer response) {
        longest = longest.compareTo(response.took()) < 0 ? response.took() : longest;
    }

    private void print(String what) {
        System.out.println(what + ", seed " + seed + ": longest call " + longest.toMillis() + " ms, " + counts);
    }
}

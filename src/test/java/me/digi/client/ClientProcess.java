package me.digi.client;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import me.digi.client.HoldingStore.Moment;
import me.digi.client.auth.RefreshResult.Reason;
import me.digi.client.store.ChildJvm;

/** A process with a client for the sandbox in this process, which makes calls on command. */
final class ClientProcess implements AutoCloseable {
    private static final String WAITING = "waiting at ";
    /** It waits while another process refreshes, with a limit. */
    private static final int MOST_PAUSES = 300;

    private final ChildJvm jvm;
    private final Duration ahead;

    private ClientProcess(ChildJvm jvm, Duration ahead) {
        this.jvm = jvm;
        this.ahead = ahead;
    }

    /** Starts a process for each of these, with a clock that is so far ahead. */
    static List<ClientProcess> startAhead(SharedStoreFixture fixture, String user, Duration... ahead) {
        return started(
                fixture,
                Stream.of(ahead)
                        .map(each -> start(fixture, user, Moment.NEVER, each))
                        .toList());
    }

    /** Starts a process for each of these, which stops at that moment of its first refresh. */
    static List<ClientProcess> start(SharedStoreFixture fixture, String user, Moment... holds) {
        return started(
                fixture,
                Stream.of(holds)
                        .map(hold -> start(fixture, user, hold, Duration.ZERO))
                        .toList());
    }

    private static List<ClientProcess> started(SharedStoreFixture fixture, List<ClientProcess> processes) {
        processes.forEach(process -> fixture.onClose(process::close));
        processes.forEach(process -> process.awaitLine("ready"));
        setTime(fixture, processes);
        return processes;
    }

    /** Sets the clocks of these processes by the sandbox's. */
    static void setTime(SharedStoreFixture fixture, List<ClientProcess> processes) {
        processes.forEach(process -> process.setTime(fixture.sandbox.clock().instant()));
    }

    /** Starts it for that user, with a clock that is so far ahead, without waiting for it. */
    private static ClientProcess start(SharedStoreFixture fixture, String user, Moment hold, Duration ahead) {
        return new ClientProcess(
                ChildJvm.start(
                        ClientProcessMain.class,
                        fixture.arguments(
                                fixture.sandbox.environment().baseUrl().toString(), user, hold.name())),
                ahead);
    }

    /** Sets its clock, which stands still. */
    private void setTime(Instant now) {
        jvm.writeLine("now " + now.plus(ahead));
    }

    /** Makes a call on so many threads at once. */
    void call(int threads) {
        jvm.writeLine("call " + threads);
    }

    /** The different results of the threads, and their counts. Lines about waiting are skipped. */
    String responses() {
        String line = line();
        for (int pauses = 0; line.startsWith(WAITING) && pauses < MOST_PAUSES; pauses++) {
            line = line();
        }
        return line;
    }

    /** Waits for this line. */
    void awaitLine(String expected) {
        String line = line();
        if (!line.equals(expected)) {
            throw new AssertionError("a process said \"" + line + "\" where \"" + expected + "\" was expected");
        }
    }

    /** Waits until it has loaded the record at that time, and pauses before the next load. */
    void awaitLoad(Instant now) {
        String expected = WAITING + now.plus(ahead);
        // Its clock may have been set between a load and the pause after it.
        for (int pauses = 0; pauses < 2; ) {
            String line = line();
            if (line.equals(expected)) {
                pauses++;
            } else if (!line.startsWith(WAITING)) {
                throw new AssertionError("a process said \"" + line + "\" where it was to wait");
            }
        }
    }

    /** Ends it at once, whatever it does. */
    void kill() {
        jvm.kill();
    }

    private String line() {
        String line = jvm.readLine();
        if (line == null) {
            throw new AssertionError("a process ended: " + jvm.kill());
        }
        return line;
    }

    /** The response of a thread whose call was served, with the pair that the client has then. */
    static String served(String accessToken, String refreshToken) {
        return "served " + accessToken + " " + refreshToken;
    }

    /** The response of a thread whose user has to consent again. */
    static String loggedOut(Reason reason) {
        return "logged out " + reason;
    }

    @Override
    public void close() {
        jvm.close();
    }
}

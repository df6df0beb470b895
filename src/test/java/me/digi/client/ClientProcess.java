package me.digi.client;

import java.time.Duration;
import java.time.Instant;
import me.digi.client.HoldingStore.Moment;
import me.digi.client.auth.ContractDetails;
import me.digi.client.auth.RefreshResult.Reason;
import me.digi.client.sandbox.Sandbox;
import me.digi.client.store.ChildJvm;
import me.digi.client.store.SharedStore;

/** A process of its own with a client for the sandbox in this one, whose calls are made when they are ordered. */
final class ClientProcess implements AutoCloseable {
    private static final String WAITING = "waiting at ";
    /** It waits for as long as another one's refresh takes, and not for ever. */
    private static final int MOST_PAUSES = 300;

    private final ChildJvm jvm;
    private final Duration ahead;

    private ClientProcess(ChildJvm jvm, Duration ahead) {
        this.jvm = jvm;
        this.ahead = ahead;
    }

    /** Starts it, for that user, with a clock that is so far ahead; it is not waited for. */
    static ClientProcess start(
            Sandbox sandbox,
            ContractDetails contract,
            SharedStore store,
            String place,
            String user,
            Moment hold,
            Duration ahead) {
        ChildJvm jvm = ChildJvm.start(
                ClientProcessMain.class,
                store.name(),
                place,
                sandbox.environment().baseUrl().toString(),
                sandbox.applicationId(),
                contract.contractId(),
                sandbox.privateKeyPem(contract),
                user,
                hold.name());
        return new ClientProcess(jvm, ahead);
    }

    /** Tells it the time, which stands still there until it is told again. */
    void tell(Instant now) {
        jvm.writeLine("now " + now.plus(ahead));
    }

    /** Lets it call on so many threads at once. */
    void call(int threads) {
        jvm.writeLine("call " + threads);
    }

    /** What the threads were answered: how many what. It skips that it waited. */
    String responses() {
        String line = line();
        for (int pauses = 0; line.startsWith(WAITING) && pauses < MOST_PAUSES; pauses++) {
            line = line();
        }
        return line;
    }

    /** Waits until it says this next. */
    void awaitLine(String expected) {
        String line = line();
        if (!line.equals(expected)) {
            throw new AssertionError("a process said \"" + line + "\" where \"" + expected + "\" was expected");
        }
    }

    /** Waits until it has looked at the store at that time, and pauses until it looks again. */
    void awaitLook(Instant now) {
        String expected = WAITING + now.plus(ahead);
        // It may have been told the time between a look and the pause after it.
        for (int pauses = 0; pauses < 2; ) {
            String line = line();
            if (line.equals(expected)) {
                pauses++;
            } else if (!line.startsWith(WAITING)) {
                throw new AssertionError("a process said \"" + line + "\" where it was to wait");
            }
        }
    }

    /** Ends it in the middle of whatever it does. */
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

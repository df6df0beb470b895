package me.digi.client;

import java.time.Instant;
import me.digi.client.HoldingStore.Moment;
import me.digi.client.auth.ContractDetails;
import me.digi.client.auth.RefreshResult.Reason;
import me.digi.client.sandbox.Sandbox;
import me.digi.client.store.ChildJvm;
import me.digi.client.store.SharedStore;

/** A process of its own with a client for the sandbox in this one, whose calls are made when they are ordered. */
final class ClientProcess implements AutoCloseable {
    private final ChildJvm jvm;

    private ClientProcess(ChildJvm jvm) {
        this.jvm = jvm;
    }

    /** Starts it, for that user; it is not waited for. */
    static ClientProcess start(
            Sandbox sandbox, ContractDetails contract, SharedStore store, String place, String user, Moment hold) {
        return new ClientProcess(ChildJvm.start(
                ClientProcessMain.class,
                store.name(),
                place,
                sandbox.environment().baseUrl().toString(),
                sandbox.applicationId(),
                contract.contractId(),
                sandbox.privateKeyPem(contract),
                user,
                hold.name()));
    }

    /** Tells it the time, which stands still there until it is told again. */
    void tell(Instant now) {
        jvm.writeLine("now " + now);
    }

    /** Lets it call on so many threads at once. */
    void call(int threads) {
        jvm.writeLine("call " + threads);
    }

    /** What the threads were answered: how many what. It skips that it waited. */
    String answers() {
        String line = line();
        while (line.equals("waiting")) {
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

    /** The answer of a thread whose call was served, with the pair that the client has then. */
    static String served(String accessToken, String refreshToken) {
        return "served " + accessToken + " " + refreshToken;
    }

    /** The answer of a thread whose user has to consent again. */
    static String loggedOut(Reason reason) {
        return "logged out " + reason;
    }

    @Override
    public void close() {
        jvm.close();
    }
}

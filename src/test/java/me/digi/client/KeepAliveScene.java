package me.digi.client;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import me.digi.client.auth.ContractDetails;
import me.digi.client.sandbox.ContractKind;
import me.digi.client.sandbox.NewGrants;
import me.digi.client.sandbox.Sandbox;
import me.digi.client.store.ChildJvm;
import me.digi.client.store.SharedStore;

/** A sandbox, users by the thousand, a store with their tokens, and processes that sweep over it at the same time. */
public final class KeepAliveScene implements AutoCloseable {
    private static final Duration LIFE = Duration.ofDays(90);

    private final Sandbox sandbox = Sandbox.builder().refreshTokenLifetime(LIFE).start();
    private final ContractDetails contract = sandbox.addContract("keep-alive-" + UUID.randomUUID(), ContractKind.READ);
    private final SharedStore kind;
    private final String place;

    /** With the store in this directory, or in the database that all tests share. */
    public KeepAliveScene(SharedStore kind, Path directory) {
        this.kind = kind;
        this.place = kind == SharedStore.FILE ? directory.toString() : SharedStoreScene.database();
        sandbox.newUsers(library -> library.files());
    }

    /** Stores so many users who are due, and so many who are not. */
    public void store(int due, int notDue) {
        try (DigiMe digiMe = DigiMe.builder()
                .applicationId(sandbox.applicationId())
                .environment(sandbox.environment())
                .clock(sandbox.clock())
                .tokenStore(kind.open(place))
                .build()) {
            store(digiMe, "due-", due);
            sandbox.clock().advance(LIFE.dividedBy(2));
            store(digiMe, "fresh-", notDue);
        }
    }

    private void store(DigiMe digiMe, String prefix, int users) {
        IntStream.range(0, users)
                .parallel()
                .forEach(user -> digiMe.takeOver(contract, prefix + user, NewGrants.pair(sandbox, contract)));
    }

    /** Lets so many processes sweep at once, and gives what each says in the end. */
    public List<String> sweep(int processes, int parallelism, List<String> jvmOptions) {
        List<ChildJvm> started = new ArrayList<>();
        try {
            for (int process = 0; process < processes; process++) {
                started.add(ChildJvm.startWithOptions(
                        jvmOptions,
                        KeepAliveProcess.class,
                        kind.name(),
                        place,
                        sandbox.environment().baseUrl().toString(),
                        sandbox.applicationId(),
                        contract.contractId(),
                        sandbox.privateKeyPem(contract),
                        sandbox.clock().instant().toString(),
                        Integer.toString(parallelism)));
            }
            started.forEach(process -> expect("ready", process.readLine()));
            started.forEach(process -> process.writeLine("go"));
            return started.stream()
                    .map(process -> {
                        List<String> lines = process.finish();
                        return lines.get(lines.size() - 1);
                    })
                    .toList();
        } finally {
            started.forEach(ChildJvm::close);
        }
    }

    private static void expect(String expected, String line) {
        if (!expected.equals(line)) {
            throw new AssertionError("a process said " + line);
        }
    }

    /** How many users the sandbox has issued so many pairs to. */
    public long usersWithPairs(int pairs) {
        return sandbox.grants().stream()
                .filter(grant -> grant.issued() == pairs)
                .count();
    }

    /** Forgets the requests so far, which would fill the memory. */
    public void forgetRequests() {
        sandbox.requests().clear();
    }

    @Override
    public void close() {
        sandbox.close();
    }
}

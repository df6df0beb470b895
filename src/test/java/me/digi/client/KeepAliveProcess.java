package me.digi.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import me.digi.client.keepalive.KeepAliveProgress;
import me.digi.client.keepalive.KeepAliveSummary;
import me.digi.client.store.ChildJvm;

/** A process that refreshes the due users of a shared store on command, and prints the result. */
public final class KeepAliveProcess {
    private KeepAliveProcess() {}

    /** Lets several processes sweep at once, and returns what each prints at its end. */
    public static List<String> sweep(
            SharedStoreFixture fixture, int processes, int parallelism, List<String> jvmOptions) {
        List<ChildJvm> started = new ArrayList<>();
        try {
            for (int process = 0; process < processes; process++) {
                started.add(ChildJvm.startWithOptions(
                        jvmOptions,
                        KeepAliveProcess.class,
                        fixture.arguments(
                                fixture.sandbox.environment().baseUrl().toString(),
                                fixture.sandbox.clock().instant().toString(),
                                Integer.toString(parallelism))));
            }
            for (ChildJvm process : started) {
                assertThat(process.readLine()).isEqualTo("ready");
            }
            started.forEach(process -> process.writeLine("go"));
            return started.stream()
                    .map(ChildJvm::finish)
                    .map(lines -> lines.get(lines.size() - 1))
                    .toList();
        } finally {
            started.forEach(ChildJvm::close);
        }
    }

    public static void main(String[] arguments) throws IOException {
        ProcessArguments given = ProcessArguments.of(arguments);
        try (DigiMe digiMe = given.builder()
                .clock(Clock.fixed(Instant.parse(given.more().get(0)), ZoneOffset.UTC))
                .build()) {
            System.out.println("ready");
            int unused = System.in.read();
            KeepAliveSummary summary = digiMe.keepAlive(given.contract())
                    .rate(10_000)
                    .parallelism(Integer.parseInt(given.more().get(1)))
                    .refreshDue();
            KeepAliveProgress progress = summary.progress();
            System.out.println(summary.end() + " " + progress.users() + " " + progress.refreshed() + " "
                    + progress.failed() + " " + summary.failure());
        }
    }
}

package me.digi.client;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import me.digi.client.auth.ContractDetails;
import me.digi.client.keepalive.KeepAliveProgress;
import me.digi.client.keepalive.KeepAliveSummary;
import me.digi.client.store.SharedStore;

/** A process that sweeps over a shared store once it is told to, and says what came of it. */
final class KeepAliveProcess {
    private KeepAliveProcess() {}

    public static void main(String[] arguments) throws IOException {
        List<String> words = List.of(arguments);
        ContractDetails contract = ContractDetails.builder()
                .contractId(words.get(4))
                .privateKey(words.get(5))
                .build();
        try (DigiMe digiMe = DigiMe.builder()
                .applicationId(words.get(3))
                .environment(Environment.builder()
                        .from(Environment.production())
                        .baseUrl(words.get(2))
                        .build())
                .clock(Clock.fixed(Instant.parse(words.get(6)), ZoneOffset.UTC))
                .tokenStore(SharedStore.valueOf(words.get(0)).open(words.get(1)))
                .build()) {
            System.out.println("ready");
            int unused = System.in.read();
            KeepAliveSummary summary = digiMe.keepAlive(contract)
                    .rate(10_000)
                    .parallelism(Integer.parseInt(words.get(7)))
                    .refreshDue();
            KeepAliveProgress progress = summary.progress();
            System.out.println(summary.end() + " " + progress.users() + " " + progress.refreshed() + " "
                    + progress.failed() + " " + summary.failure());
        }
    }
}

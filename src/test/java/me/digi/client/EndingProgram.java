package me.digi.client;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import me.digi.client.auth.ContractDetails;
import me.digi.client.internal.api.Leftovers;
import me.digi.client.store.SharedStore;

/** A program that makes one call with a stale token, so that a refresh runs in the background, and comes to its end. */
final class EndingProgram {
    private EndingProgram() {}

    /** How it ends, once it is told to. */
    enum End {
        RETURN,
        EXIT,
        CLOSE
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        List<String> given = List.of(arguments);
        DigiMe digiMe = DigiMe.builder()
                .applicationId(given.get(3))
                .environment(Environment.builder()
                        .from(Environment.production())
                        .baseUrl(given.get(2))
                        .build())
                .clock(Clock.fixed(Instant.parse(given.get(7)), ZoneOffset.UTC))
                .tokenStore(SharedStore.valueOf(given.get(0)).open(given.get(1)))
                .build();
        ContractDetails contract = ContractDetails.builder()
                .contractId(given.get(4))
                .privateKey(given.get(5))
                .build();
        digiMe.user(contract, given.get(6)).listAccounts();
        System.out.println("called");
        System.in.read();
        switch (End.valueOf(given.get(8))) {
            case RETURN -> System.out.println("ending");
            case EXIT -> {
                System.out.println("ending");
                System.exit(0);
            }
            case CLOSE -> {
                digiMe.close();
                System.out.println(Leftovers.ofClosedClient());
            }
        }
    }
}

package me.digi.client;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import me.digi.client.auth.ContractDetails;
import me.digi.client.retry.RetryPolicy;
import me.digi.client.store.SharedStore;

/** What runs in a {@link RunningProcess}: a client on real time that calls for the users that it is told. */
final class RunningProcessMain {
    private final ContractDetails contract;
    private final DigiMe digiMe;

    private RunningProcessMain(List<String> arguments) {
        contract = ContractDetails.builder()
                .contractId(arguments.get(4))
                .privateKey(arguments.get(5))
                .build();
        digiMe = DigiMe.builder()
                .applicationId(arguments.get(3))
                .environment(Environment.builder()
                        .from(Environment.production())
                        .baseUrl(arguments.get(2))
                        .build())
                .clock(Clock.offset(Clock.systemUTC(), Duration.parse(arguments.get(6))))
                .retryPolicy(RetryPolicy.none())
                .tokenStore(SharedStore.valueOf(arguments.get(0)).open(arguments.get(1)))
                .build();
    }

    public static void main(String[] arguments) throws IOException {
        RunningProcessMain main = new RunningProcessMain(List.of(arguments));
        say("ready");
        BufferedReader lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            String[] words = line.split(" ", 2);
            new Thread(() -> main.call(words[0], words[1])).start();
        }
        Runtime.getRuntime().halt(0);
    }

    private void call(String number, String user) {
        long began = System.nanoTime();
        String response = ClientProcessMain.answer(digiMe.user(contract, user));
        long took = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began);
        say(number + " " + took + " " + response.replace('\n', ' '));
    }

    private static synchronized void say(String line) {
        System.out.println(line);
    }
}

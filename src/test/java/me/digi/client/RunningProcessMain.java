package me.digi.client;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import me.digi.client.auth.ContractDetails;
import me.digi.client.retry.RetryPolicy;

/** The main class of a {@link RunningProcess}: a client on real time that makes calls for given users. */
final class RunningProcessMain {
    private final ContractDetails contract;
    private final DigiMe digiMe;

    private RunningProcessMain(ProcessArguments given) {
        contract = given.contract();
        digiMe = given.builder()
                .clock(Clock.offset(
                        Clock.systemUTC(), Duration.parse(given.more().get(0))))
                .retryPolicy(RetryPolicy.none())
                .build();
    }

    public static void main(String[] arguments) throws IOException {
        RunningProcessMain main = new RunningProcessMain(ProcessArguments.of(arguments));
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
        String response = ClientProcessMain.response(digiMe.user(contract, user));
        long took = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began);
        say(number + " " + took + " " + response.replace('\n', ' '));
    }

    private static synchronized void say(String line) {
        System.out.println(line);
    }
}

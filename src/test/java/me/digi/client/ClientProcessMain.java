package me.digi.client;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import me.digi.client.auth.UserAccessToken;
import me.digi.client.retry.RetryPolicy;
import me.digi.client.store.ReauthorizationRequiredException;

/** The main class of a {@link ClientProcess}: a client that follows the commands on its standard input. */
final class ClientProcessMain {
    private volatile Instant now = Instant.EPOCH;
    private final Clock clock = new SuppliedClock(() -> now);
    private final DigiMe digiMe;
    private final DigiMeUser user;

    private ClientProcessMain(ProcessArguments given) {
        digiMe = given.builder()
                .clock(clock)
                .ticker(Ticker.of(clock))
                .retryPolicy(RetryPolicy.none())
                .tokenStore(new HoldingStore(
                        given.store(), HoldingStore.Moment.valueOf(given.more().get(1)), this::say))
                .sleeper(pause -> {
                    say("waiting at " + clock.instant());
                    Thread.sleep(pause.toMillis());
                })
                .build();
        user = digiMe.user(given.contract(), given.more().get(0));
    }

    public static void main(String[] arguments) throws IOException {
        ClientProcessMain main = new ClientProcessMain(ProcessArguments.of(arguments));
        main.say("ready");
        BufferedReader lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            main.obey(line.split(" "));
        }
        // The process that started this one is gone or needs no more.
        Runtime.getRuntime().halt(0);
    }

    private void obey(String[] words) {
        switch (words[0]) {
            case "now" -> now = Instant.parse(words[1]);
            case "call" -> new Thread(() -> say(responses(Integer.parseInt(words[1])))).start();
            default -> throw new IllegalArgumentException(words[0]);
        }
    }

    /** Calls on so many threads at once, and counts the different responses. */
    private String responses(int threads) {
        try {
            return ParallelCalls.onThreads(threads, () -> response(user)).stream()
                    .collect(Collectors.groupingBy(Function.identity(), TreeMap::new, Collectors.counting()))
                    .toString();
        } catch (Exception e) {
            return e.toString();
        }
    }

    /** The result of a call, as text. */
    static String response(DigiMeUser user) {
        try {
            user.listAccounts();
            UserAccessToken token = user.loadToken();
            return ClientProcess.served(
                    token.accessToken().value(), token.refreshToken().value());
        } catch (ReauthorizationRequiredException e) {
            return ClientProcess.loggedOut(e.reauthorize().reason());
        } catch (RuntimeException e) {
            return e.toString();
        }
    }

    private synchronized void say(String line) {
        System.out.println(line);
    }
}

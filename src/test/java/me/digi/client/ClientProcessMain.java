package me.digi.client;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import me.digi.client.auth.ContractDetails;
import me.digi.client.auth.ReauthorizationRequiredException;
import me.digi.client.auth.UserAccessToken;
import me.digi.client.retry.RetryPolicy;
import me.digi.client.store.SharedStore;
import me.digi.client.store.TokenStore;

/** What runs in a {@link ClientProcess}: a client that obeys the lines on its standard input. */
final class ClientProcessMain {
    private final ToldClock clock = new ToldClock();
    private final DigiMe digiMe;
    private final DigiMeUser user;

    private ClientProcessMain(List<String> arguments) {
        TokenStore store = SharedStore.valueOf(arguments.get(0)).open(arguments.get(1));
        ContractDetails contract = ContractDetails.builder()
                .contractId(arguments.get(4))
                .privateKey(arguments.get(5))
                .build();
        digiMe = DigiMe.builder()
                .applicationId(arguments.get(3))
                .environment(Environment.builder()
                        .from(Environment.production())
                        .baseUrl(arguments.get(2))
                        .build())
                .clock(clock)
                .ticker(Ticker.of(clock))
                .retryPolicy(RetryPolicy.none())
                .tokenStore(new HoldingStore(store, HoldingStore.Moment.valueOf(arguments.get(7)), this::say))
                .sleeper(pause -> {
                    say("waiting at " + clock.instant());
                    Thread.sleep(pause.toMillis());
                })
                .build();
        user = digiMe.user(contract, arguments.get(6));
    }

    public static void main(String[] arguments) throws IOException {
        ClientProcessMain main = new ClientProcessMain(List.of(arguments));
        main.say("ready");
        BufferedReader lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            main.obey(line.split(" "));
        }
        // Whoever started this is gone, or has heard enough.
        Runtime.getRuntime().halt(0);
    }

    private void obey(String[] words) {
        switch (words[0]) {
            case "now" -> clock.now = Instant.parse(words[1]);
            case "call" -> new Thread(() -> say(answers(Integer.parseInt(words[1])))).start();
            default -> throw new IllegalArgumentException(words[0]);
        }
    }

    /** Calls on so many threads at once, and counts the different responses. */
    private String answers(int threads) {
        try {
            return GrantScene.onThreads(threads, () -> answer(user)).stream()
                    .collect(Collectors.groupingBy(Function.identity(), TreeMap::new, Collectors.counting()))
                    .toString();
        } catch (Exception e) {
            return e.toString();
        }
    }

    /** What comes of a call. */
    static String answer(DigiMeUser user) {
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

    /** Shows the time that it was told last. */
    private static final class ToldClock extends Clock {
        private volatile Instant now = Instant.EPOCH;

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}

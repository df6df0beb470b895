package me.digi.client;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import me.digi.client.auth.UserAccessToken;
import me.digi.client.internal.api.Leftovers;

/** A program that makes one call with a stale token, so that a refresh runs in the background, and ends. */
final class EndingProgram {
    private EndingProgram() {}

    /** How it ends on command. */
    enum End {
        RETURN,
        EXIT,
        CLOSE
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        ProcessArguments given = ProcessArguments.of(arguments);
        DigiMe digiMe = given.builder()
                .clock(Clock.fixed(Instant.parse(given.more().get(1)), ZoneOffset.UTC))
                .build();
        DigiMeUser user = digiMe.user(given.contract(), given.more().get(0));
        user.listAccounts();
        System.out.println("called");
        System.in.read();
        switch (End.valueOf(given.more().get(2))) {
            case RETURN -> {
                Runtime.getRuntime().addShutdownHook(new Thread(() -> System.out.println(served(user.loadToken()))));
                System.out.println("ending");
            }
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

    private static String served(UserAccessToken pair) {
        return ClientProcess.served(
                pair.accessToken().value(), pair.refreshToken().value());
    }
}

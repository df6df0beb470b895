package me.digi.client;

import me.digi.client.auth.Authorized;
import me.digi.client.auth.PendingConsent;
import me.digi.client.sandbox.Sandbox;

/** A small application without Kotlin, which prints whether there are coroutines, and how many files it has read. */
final class JavaApplication {
    private JavaApplication() {}

    public static void main(String[] args) {
        boolean hasCoroutines = JavaApplication.class.getResource("/kotlinx/coroutines/Job.class") != null;
        System.out.println((hasCoroutines ? "with" : "without") + " coroutines: " + files() + " files");
    }

    private static int files() {
        try (Sandbox sandbox = Sandbox.start();
                DigiMe digiMe = TestSleepers.recordingPauses(
                                DigiMe.builder()
                                        .applicationId(sandbox.applicationId())
                                        .environment(sandbox.environment())
                                        .clock(sandbox.clock()),
                                pause -> {})
                        .build()) {
            PendingConsent link = digiMe.authorize(sandbox.contract())
                    .redirectUri("https://app.example/callback")
                    .start();
            Authorized consent = (Authorized) link.read(sandbox.allow(link.url()));
            DigiMeUser user =
                    digiMe.signIn(sandbox.contract(), "user-42", consent).user();
            return user.files(user.startSession())
                    .readAll(file -> file.readText())
                    .files()
                    .size();
        }
    }
}

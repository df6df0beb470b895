package me.digi.client;

import me.digi.client.auth.AuthorizationResult;
import me.digi.client.auth.AuthorizationResult.Authorized;
import me.digi.client.auth.AuthorizationUrl;
import me.digi.client.sandbox.Sandbox;

/** A small application that knows nothing of Kotlin; says whether there are coroutines, and how many files it has read. */
final class JavaApplication {
    private JavaApplication() {}

    public static void main(String[] args) {
        boolean hasCoroutines = JavaApplication.class.getResource("/kotlinx/coroutines/Job.class") != null;
        System.out.println((hasCoroutines ? "with" : "without") + " coroutines: " + files() + " files");
    }

    private static int files() {
        try (Sandbox sandbox = Sandbox.start();
                DigiMe digiMe = PatientClients.notingPauses(
                                DigiMe.builder()
                                        .applicationId(sandbox.applicationId())
                                        .environment(sandbox.environment())
                                        .clock(sandbox.clock()),
                                pause -> {})
                        .build()) {
            AuthorizationUrl link = digiMe.authorize(sandbox.contract())
                    .callback("https://app.example/callback")
                    .state("state")
                    .url();
            Authorized consent = (Authorized) AuthorizationResult.fromCallback(sandbox.allow(link.url()), "state");
            DigiMeUser user = digiMe.signIn(sandbox.contract(), "user-42", consent.code(), link.codeVerifier())
                    .user();
            return user.files(user.readSession())
                    .readAll(file -> file.text())
                    .files()
                    .size();
        }
    }
}

package examples;

import examples.support.Service;
import java.io.IOException;
import java.nio.file.Path;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import me.digi.client.DigiMe;
import me.digi.client.DigiMeUser;
import me.digi.client.auth.Authorized;
import me.digi.client.auth.ConsentResult;
import me.digi.client.auth.ContractDetails;
import me.digi.client.auth.PendingConsent;
import me.digi.client.auth.RefreshResult;
import me.digi.client.auth.RefreshResult.Reauthorize;
import me.digi.client.auth.Token;
import me.digi.client.auth.UserAccessToken;
import me.digi.client.read.Account;
import me.digi.client.read.FailedFile;
import me.digi.client.read.ReadAllOptions;
import me.digi.client.read.ReadAllSummary;
import me.digi.client.read.ReadAllSummary.End;
import me.digi.client.store.FileTokenStore;

/**
 * The whole life of a user access token: consent, exchange, use, refresh, refusal, reauthorization, and on; and then a
 * user whose token refreshes itself while all their files are read.
 *
 * <p>Against a sandbox by default; against another service with the variables that {@link Service} lists. No arguments.
 */
public final class Quickstart {
    private final Service service;
    private final DigiMe digiMe;
    private final ContractDetails contract;
    private final String userKey;

    private Quickstart(Service service, DigiMe digiMe) throws IOException {
        this.service = service;
        this.digiMe = digiMe;
        this.contract = service.contract();
        this.userKey = service.userKey(); // The application's own name for the user.
    }

    public static void main(String[] args) throws Exception {
        try (Service service = Service.fromVariables();
                DigiMe digiMe = service.connect()
                        .tokenStore(new FileTokenStore(tokens(service)))
                        .build()) {
            Quickstart quickstart = new Quickstart(service, digiMe);
            DigiMeUser user = quickstart.liveThroughATokensLife();
            quickstart.readAllFiles(user);
        }
    }

    /** The steps one by one. */
    private DigiMeUser liveThroughATokensLife() throws Exception {
        PendingConsent pending =
                digiMe.authorize(contract).redirectUri(service.redirectUri()).start();
        DigiMeUser user = signIn(pending);
        say("The code is exchanged for the user's token, which is in the token store: %s.", user.loadToken());
        save(user);
        readAccounts(user);

        refresh(user);
        save(user);
        readAccounts(user);

        say("Now suppose that the refresh token has expired, as it does if it is not used for half a year.");
        Reauthorize verdict = presentDeadRefreshToken(user.loadToken());
        say("digi.me refuses it (%s: %s), so the user has to consent again.", verdict.code(), verdict.message());

        PendingConsent again =
                user.reauthorize().redirectUri(service.redirectUri()).start();
        user = signIn(again);
        say("The user is back, with a new token for the same library: %s.", user.loadToken());
        save(user);
        readAccounts(user);
        say("That was the whole life of a user access token.");
        return user;
    }

    /** With a user whose token refreshes itself. */
    private void readAllFiles(DigiMeUser user) {
        UserAccessToken token = user.loadToken();
        service.saveAtClose(user);
        say("From here on the token refreshes itself, and the newest pair is in the token store %s.", tokens(service));
        AtomicBoolean expired = new AtomicBoolean();
        ReadAllOptions options = service.readAllOptions(user);
        ReadAllSummary summary = user.files(user.startSession())
                .readAllRequest()
                .options(options)
                .listener(progress -> {
                    if (progress.end() != End.RUNNING) {
                        return; // The summary follows the last one.
                    }
                    say(
                            "  %s of %s files read, %s bytes, digi.me's fetching is %s",
                            progress.filesDone(), progress.filesKnown(), progress.bytes(), progress.state());
                    if (progress.filesDone() > 0 && expired.compareAndSet(false, true)) {
                        say("  Half-way the access token expires.");
                        service.endAccessToken(user);
                    }
                })
                .start(file -> file.readText())
                .await();
        for (FailedFile failure : summary.failures()) {
            say(
                    "  %s could not be read: %s",
                    failure.entry().name(), failure.cause().getMessage());
        }
        if (summary.end() != End.SYNC_ENDED || !summary.failures().isEmpty()) {
            throw new IllegalStateException("Not everything was read: " + summary.end() + ", " + summary.state());
        }
        boolean isRefreshed = !user.loadToken().equals(token);
        say("All %s files are read, %s bytes.", summary.files().size(), summary.bytes());
        say(
                "The token %s on the way, and the newest is in the store: %s",
                isRefreshed ? "was refreshed" : "held", user.loadTokenStatus().state());
    }

    private DigiMeUser signIn(PendingConsent pending) throws Exception {
        say("The user says what to share.");
        String callback = service.visit(pending.url());
        ConsentResult result = pending.read(callback);
        if (result instanceof Authorized consent) {
            say("The user consents, and the browser comes back to %s with a code.", service.redirectUri());
            return digiMe.signIn(contract, userKey, consent).user();
        }
        throw new IllegalStateException("The user did not consent: " + result);
    }

    private void readAccounts(DigiMeUser user) {
        say("With the token the application reads the user's accounts:");
        for (Account account : user.listAccounts()) {
            say("  %s (%s)", account.serviceTypeName(), account.serviceGroupName());
        }
    }

    private void refresh(DigiMeUser user) {
        RefreshResult result = user.refresh();
        if (result instanceof RefreshResult.Refreshed refreshed) {
            say("The token is refreshed: a new pair, and the old one is dead: %s.", refreshed.token());
        } else {
            throw new IllegalStateException("A new refresh token was refused: " + result);
        }
    }

    private Reauthorize presentDeadRefreshToken(UserAccessToken token) {
        UserAccessToken dead = UserAccessToken.builder()
                .from(token)
                .refreshToken(Token.of(
                        "dead-" + UUID.randomUUID(), token.refreshToken().expiresAt()))
                .build();
        RefreshResult result = digiMe.refreshToken(contract, dead);
        if (result instanceof Reauthorize reauthorize) {
            return reauthorize;
        }
        throw new IllegalStateException("A refresh token that was never issued was accepted");
    }

    private void save(DigiMeUser user) throws Exception {
        Path file = service.save(user.loadToken());
        say("The token is saved to %s, which only you can read.", file);
    }

    private static Path tokens(Service service) {
        return service.directory().resolve("digime-tokens");
    }

    private static void say(String sentence, Object... values) {
        System.out.printf(sentence + "%n", values);
    }
}

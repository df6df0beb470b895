package me.digi.client.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import me.digi.client.DigiMe;
import me.digi.client.DigiMeUser;
import me.digi.client.Environment;
import me.digi.client.KnownUser;
import me.digi.client.auth.Authorized;
import me.digi.client.auth.ContractDetails;
import me.digi.client.auth.PendingConsent;
import me.digi.client.auth.RefreshResult.Refreshed;
import me.digi.client.auth.UserAccessToken;
import me.digi.client.read.ListedFile;
import me.digi.client.read.ReadAllSummary;
import me.digi.client.read.Session;
import me.digi.client.read.SessionFile;
import me.digi.client.read.SessionFiles;

/** What this client does in {@link SpeedBenchmark}. */
public final class ClientSteps {
    private final DigiMe digiMe;
    private final DigiMeUser user;
    private final ContractDetails contract;
    private UserAccessToken pair;
    private List<PendingConsent> pending = List.of();
    private List<Authorized> consents = List.of();

    private ClientSteps(BenchSettings settings, String server, String pairName) {
        contract = ContractDetails.builder()
                .contractId(settings.get("contractId"))
                .privateKey(settings.contractKey())
                .build();
        digiMe = DigiMe.builder()
                .applicationId(settings.get("applicationId"))
                .environment(Environment.builder()
                        .baseUrl(settings.get(server))
                        .onboardUrl(settings.get("onboard"))
                        .build())
                .build();
        pair = UserAccessToken.fromJson(settings.get(pairName));
        user = KnownUser.of(digiMe, contract, pair);
    }

    /** Arguments: the directory of the settings, and the name of the token pair. */
    public static void main(String[] arguments) throws Exception {
        BenchSettings settings = BenchSettings.read(Path.of(arguments[0]));
        // Made with the first step, so that the start of a process makes what it uses.
        Map<String, ClientSteps> made = new HashMap<>();
        Function<String, ClientSteps> of =
                server -> made.computeIfAbsent(server, unused -> new ClientSteps(settings, server, arguments[1]));
        Steps.serve(Map.of(
                "accounts", units -> of.apply("api").listAccounts(units),
                "refreshes", units -> of.apply("api").refresh(units),
                "authorizations", units -> of.apply("api").authorize(units),
                "visits", units -> of.apply("api").visit(),
                "exchanges", units -> of.apply("api").signIn(),
                "small", units -> of.apply("files").readAll("small", units),
                "plain", units -> of.apply("files").readAll("plain", units),
                "gzip", units -> of.apply("files").readAll("gzip", units),
                "brotli", units -> of.apply("files").readAll("brotli", units),
                "large", units -> of.apply("files").readLarge(units)));
    }

    private void listAccounts(int units) throws InterruptedException, ExecutionException {
        Steps.inParallel(16, units, unit -> user.listAccounts());
    }

    private void refresh(int units) {
        for (int i = 0; i < units; i++) {
            pair = ((Refreshed) digiMe.refreshToken(contract, pair)).token();
        }
    }

    private void authorize(int units) {
        pending = new ArrayList<>();
        for (int i = 0; i < units; i++) {
            pending.add(digiMe.authorize(contract)
                    .redirectUri("https://app.example/callback")
                    .start());
        }
    }

    private void visit() {
        consents = pending.stream()
                .map(consent -> (Authorized)
                        consent.read(BenchSettings.allow(consent.url().toString())))
                .toList();
    }

    private void signIn() {
        consents.forEach(consent -> digiMe.signIn(contract, "user", consent));
    }

    private SessionFiles files(String session) {
        return user.files(Session.of(session, Instant.now().plus(Duration.ofDays(1))));
    }

    private void readAll(String session, int units) {
        ReadAllSummary summary =
                files(session).readAllRequest().start(ListedFile::readBytes).await();
        if (summary.files().size() != units) {
            throw new IllegalStateException(summary.toString());
        }
    }

    private void readLarge(int units) throws IOException {
        byte[] buffer = new byte[64 << 10];
        for (int i = 0; i < units; i++) {
            try (SessionFile file = files("large").read("0");
                    InputStream content = file.stream()) {
                int count;
                do {
                    count = content.read(buffer);
                } while (count >= 0);
            }
        }
    }
}

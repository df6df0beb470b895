package me.digi.client;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import me.digi.client.auth.Authorized;
import me.digi.client.auth.ContractDetails;
import me.digi.client.auth.PendingConsent;
import me.digi.client.auth.UserAccessToken;
import me.digi.client.sandbox.Sandbox;
import me.digi.client.sandbox.TokenPair;
import me.digi.client.store.SharedStore;

/** A sandbox on real time, users who have consented, a store with their tokens, and processes that share the store. */
final class RunningUsers implements AutoCloseable {
    final Sandbox sandbox = Sandbox.builder().runningClock().start();
    private final ContractDetails contract = sandbox.contract();
    private final String run = UUID.randomUUID().toString();
    private final SharedStore kind;
    private final String place;
    private final Map<String, String> ids = new ConcurrentHashMap<>();
    private final List<RunningProcess> processes = new ArrayList<>();

    RunningUsers(SharedStore kind, Path directory) {
        this.kind = kind;
        this.place = kind == SharedStore.FILE ? directory.toString() : SharedStoreScene.database();
    }

    /** The key of a user; each number is another one. */
    String user(int number) {
        return "user-" + number + "-" + run;
    }

    /** Lets the user consent and signs them in, for the first time or anew. */
    void consent(String user) {
        try (DigiMe digiMe = client()) {
            PendingConsent link = digiMe.authorize(contract)
                    .redirectUri("https://app.example/callback")
                    .start();
            Authorized allowed = (Authorized) link.read(sandbox.allow(link.url()));
            UserAccessToken pair = digiMe.signIn(contract, user, allowed).user().loadToken();
            ids.put(user, Objects.requireNonNull(pair.userId()));
        }
    }

    boolean isKnown(String user) {
        return ids.containsKey(user);
    }

    private DigiMe client() {
        return DigiMe.builder()
                .applicationId(sandbox.applicationId())
                .environment(sandbox.environment())
                .tokenStore(kind.open(place))
                .build();
    }

    /** Starts a process that reaches the sandbox by that URL; it is not waited for. */
    RunningProcess start(String baseUrl, Duration ahead) {
        RunningProcess process = new RunningProcess(sandbox, baseUrl, contract, kind, place, ahead);
        processes.add(process);
        return process;
    }

    /** The response to a call that was served with the pair that the sandbox honours. */
    String served(String user) {
        TokenPair live = Objects.requireNonNull(
                Objects.requireNonNull(sandbox.grant(Objects.requireNonNull(ids.get(user)), contract))
                        .live());
        return ClientProcess.served(live.accessToken(), live.refreshToken());
    }

    /** The same for the pair that is stored. */
    String stored(String user) {
        try (DigiMe digiMe = client()) {
            UserAccessToken pair = digiMe.user(contract, user).loadToken();
            return ClientProcess.served(
                    pair.accessToken().value(), pair.refreshToken().value());
        }
    }

    @Override
    public void close() {
        processes.forEach(RunningProcess::close);
        sandbox.close();
    }
}

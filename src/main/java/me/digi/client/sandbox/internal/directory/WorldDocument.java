package me.digi.client.sandbox.internal.directory;

import java.security.KeyPair;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import me.digi.client.sandbox.ContractKind;
import me.digi.client.sandbox.SandboxClock;
import me.digi.client.sandbox.internal.document.Names;
import me.digi.client.sandbox.internal.jose.ResponseSigner;
import me.digi.client.sandbox.internal.jose.StoredKeys;
import me.digi.client.sandbox.internal.json.JsonView;
import me.digi.client.sandbox.internal.state.Contract;
import me.digi.client.sandbox.internal.state.Storage;
import me.digi.client.sandbox.internal.state.World;

/** The state that belongs to no user: contracts, the signing key, storages and the clock. */
final class WorldDocument {
    private final World world;
    private final ResponseSigner signer;
    private final SandboxClock clock;
    private final SavedContents contents;

    WorldDocument(World world, ResponseSigner signer, SandboxClock clock, SavedContents contents) {
        this.world = world;
        this.signer = signer;
        this.clock = clock;
        this.contents = contents;
    }

    /** A key that is not available yet is saved later. */
    Map<String, Object> write() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("applicationId", world.contracts().applicationId());
        json.put("clockAhead", clock.ahead().toString());
        if (signer.keys().isDone()) {
            json.put(
                    "signing",
                    Map.of(
                            "rotation",
                            (long) signer.rotation(),
                            "key",
                            StoredKeys.write(signer.keys().join())));
        }
        json.put(
                "contracts",
                world.contracts().all().stream()
                        .filter(Contract::hasKeys)
                        .map(WorldDocument::contract)
                        .toList());
        json.put("storages", world.storages().all().stream().map(this::storage).toList());
        Map<String, Object> owners = new LinkedHashMap<>();
        world.storages().byUser().forEach((user, storage) -> owners.put(user, storage.id()));
        json.put("storageOfUser", owners);
        return json;
    }

    void read(JsonView json) {
        if (!json.text("applicationId").equals(world.contracts().applicationId())) {
            throw new IllegalArgumentException("it belongs to the application " + json.text("applicationId") + ", not "
                    + world.contracts().applicationId());
        }
        clock.advance(Duration.parse(json.text("clockAhead")));
        JsonView signing = json.object("signing");
        if (signing.has("key")) {
            signer.restore((int) signing.number("rotation"), StoredKeys.read(signing.text("key")));
        }
        json.objects("contracts").forEach(this::readContract);
        json.objects("storages").forEach(this::readStorage);
        JsonView owners = json.object("storageOfUser");
        owners.members().keySet().forEach(user -> {
            Storage storage = world.storages().byId(owners.text(user));
            if (storage != null) {
                world.storages().attach(storage, user);
            }
        });
    }

    private static Map<String, Object> contract(Contract contract) {
        return Map.of(
                "id", contract.id(),
                "kind", Names.of(contract.kind()),
                "redirectUris", contract.redirectUris().stream().sorted().toList(),
                "key", StoredKeys.write(contract.keys()));
    }

    private void readContract(JsonView json) {
        KeyPair keys = StoredKeys.read(json.text("key"));
        Set<String> redirectUris =
                json.list("redirectUris").stream().map(String.class::cast).collect(Collectors.toSet());
        world.contracts()
                .add(new Contract(
                        json.text("id"),
                        Names.read(ContractKind.class, json.text("kind")),
                        CompletableFuture.completedFuture(keys),
                        redirectUris,
                        world.changes()));
    }

    private Map<String, Object> storage(Storage storage) {
        return Map.of(
                "id", storage.id(),
                "kid", storage.kid(),
                "files", storage.list("/", true).stream().map(this::file).toList());
    }

    private Map<String, Object> file(Storage.Stored file) {
        return Map.of("id", file.id(), "path", file.path(), "content", contents.write(file.content()));
    }

    private void readStorage(JsonView json) {
        Storage storage = world.storages().restore(json.text("id"), json.text("kid"));
        json.objects("files")
                .forEach(file ->
                        storage.restore(file.text("id"), file.text("path"), contents.blob(file.object("content"))));
    }
}

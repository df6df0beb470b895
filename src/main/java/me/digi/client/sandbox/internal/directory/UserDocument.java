package me.digi.client.sandbox.internal.directory;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import me.digi.client.sandbox.PushedFile;
import me.digi.client.sandbox.internal.document.FileDocument;
import me.digi.client.sandbox.internal.document.PairDocument;
import me.digi.client.sandbox.internal.document.ProviderPushDocument;
import me.digi.client.sandbox.internal.document.ScriptDocument;
import me.digi.client.sandbox.internal.json.JsonView;
import me.digi.client.sandbox.internal.state.Contract;
import me.digi.client.sandbox.internal.state.Grant;
import me.digi.client.sandbox.internal.state.Library;
import me.digi.client.sandbox.internal.state.User;
import me.digi.client.sandbox.internal.state.World;

/** A user with their library, grants and tokens. */
final class UserDocument {
    private final World world;
    private final SavedContents contents;

    UserDocument(World world, SavedContents contents) {
        this.world = world;
        this.contents = contents;
    }

    static String name(String userId) {
        return "users/" + userId;
    }

    Map<String, Object> write(User user) {
        Library library = user.library();
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", user.id());
        json.put("createdAt", user.createdAt().toString());
        json.put("accounts", library.accounts());
        json.put(
                "unauthorized",
                library.accountIds().stream()
                        .filter(id -> !library.isAuthorized(id))
                        .toList());
        json.put("files", FileDocument.writeAll(library.files(), contents));
        json.put("pushed", library.pushed().stream().map(this::pushed).toList());
        json.put(
                "providerPushes",
                library.providerPushes().stream()
                        .map(ProviderPushDocument::write)
                        .toList());
        json.put("script", ScriptDocument.write(library.script(), contents));
        json.put(
                "grants",
                world.grants().of(user).stream().map(UserDocument::grant).toList());
        return json;
    }

    void read(JsonView json) {
        User user = world.users().restore(json.text("id"), Instant.parse(json.text("createdAt")));
        Library library = user.library();
        views(json, "accounts").forEach(account -> library.add(account.withoutNulls()));
        json.list("unauthorized").forEach(id -> library.authorize((String) id, false));
        views(json, "files").forEach(file -> library.put(FileDocument.read(file, contents)));
        views(json, "pushed").forEach(push -> library.push(readPushed(push)));
        views(json, "providerPushes").forEach(push -> library.push(ProviderPushDocument.read(push)));
        library.script(ScriptDocument.read(json.object("script"), contents));
        views(json, "grants").forEach(grant -> readGrant(user, grant));
    }

    private Map<String, Object> pushed(PushedFile file) {
        return Map.of(
                "name", file.name(),
                "contractId", file.contractId(),
                "descriptor", file.descriptor(),
                "content", contents.write(file.content()),
                "sha256", file.sha256());
    }

    private PushedFile readPushed(JsonView json) {
        return new PushedFile(
                json.text("name"),
                json.text("contractId"),
                json.object("descriptor").members(),
                contents.read(json.object("content")),
                json.text("sha256"));
    }

    private static Map<String, Object> grant(Grant grant) {
        return Map.of(
                "contractId", grant.contract().id(),
                "consentId", grant.consentId(),
                "pairs",
                        grant.pairs().stream()
                                .map(pair -> PairDocument.write(pair.view()))
                                .toList());
    }

    private void readGrant(User user, JsonView json) {
        Contract contract = world.contracts().byId(json.text("contractId"));
        if (contract == null) {
            throw new IllegalArgumentException("there is no contract " + json.text("contractId"));
        }
        Grant grant = world.grants().restore(user, contract, json.text("consentId"));
        views(json, "pairs").forEach(pair -> world.grants().restore(grant, PairDocument.read(pair)));
    }

    private static List<JsonView> views(JsonView json, String name) {
        if (!(json.members().get(name) instanceof List<?> items)) {
            throw new IllegalArgumentException(name + " is missing");
        }
        return items.stream().map(JsonView::of).toList();
    }
}

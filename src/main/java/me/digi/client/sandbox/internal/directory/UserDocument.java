package me.digi.client.sandbox.internal.directory;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import me.digi.client.sandbox.IssuedPair;
import me.digi.client.sandbox.ProviderPush;
import me.digi.client.sandbox.PushedFile;
import me.digi.client.sandbox.internal.document.FileDocument;
import me.digi.client.sandbox.internal.document.Names;
import me.digi.client.sandbox.internal.document.ScriptDocument;
import me.digi.client.sandbox.internal.json.JsonView;
import me.digi.client.sandbox.internal.state.Contract;
import me.digi.client.sandbox.internal.state.Grant;
import me.digi.client.sandbox.internal.state.Grants;
import me.digi.client.sandbox.internal.state.Library;
import me.digi.client.sandbox.internal.state.Pair;
import me.digi.client.sandbox.internal.state.User;
import me.digi.client.sandbox.internal.state.World;
import org.jspecify.annotations.Nullable;

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
        json.put(
                "files",
                library.files().stream()
                        .map(file -> FileDocument.write(file, contents))
                        .toList());
        json.put("pushed", library.pushed().stream().map(this::pushed).toList());
        json.put(
                "providerPushes",
                library.providerPushes().stream().map(UserDocument::pushed).toList());
        json.put("script", ScriptDocument.write(library.script(), contents));
        json.put(
                "grants",
                world.grants().of(user).stream().map(UserDocument::grant).toList());
        return json;
    }

    void read(JsonView json) {
        User user = world.users().restore(json.text("id"), Instant.parse(json.text("createdAt")));
        Library library = user.library();
        views(json, "accounts").forEach(account -> library.add(nonNull(account)));
        json.list("unauthorized").forEach(id -> library.authorize((String) id, false));
        views(json, "files").forEach(file -> library.put(FileDocument.read(file, contents)));
        views(json, "pushed").forEach(push -> library.push(readPushed(push)));
        views(json, "providerPushes").forEach(push -> library.push(readProviderPush(push)));
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

    private static Map<String, Object> pushed(ProviderPush push) {
        return Map.of(
                "accountId", push.accountId(),
                "standard", push.standard(),
                "version", push.version(),
                "body", push.body());
    }

    private static ProviderPush readProviderPush(JsonView json) {
        return new ProviderPush(
                json.text("accountId"),
                json.text("standard"),
                json.text("version"),
                json.object("body").members());
    }

    private static Map<String, Object> grant(Grant grant) {
        return Map.of(
                "contractId", grant.contract().id(),
                "consentId", grant.consentId(),
                "pairs", grant.pairs().stream().map(UserDocument::pair).toList());
    }

    private static Map<String, Object> pair(Pair pair) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("number", (long) pair.number());
        json.put("access", pair.access().value());
        json.put("accessExpiresAt", pair.access().expiresAt().toString());
        json.put("refresh", pair.refresh().value());
        json.put("refreshExpiresAt", pair.refresh().expiresAt().toString());
        json.put("issuedAt", pair.issuedAt().toString());
        Instant endedAt = pair.endedAt();
        IssuedPair.End end = pair.end();
        if (endedAt != null && end != null) {
            json.put("endedAt", endedAt.toString());
            json.put("end", Names.of(end));
        }
        return json;
    }

    private void readGrant(User user, JsonView json) {
        Contract contract = world.contracts().byId(json.text("contractId"));
        if (contract == null) {
            throw new IllegalArgumentException("there is no contract " + json.text("contractId"));
        }
        Grant grant = world.grants().restore(user, contract, json.text("consentId"));
        views(json, "pairs").forEach(pair -> world.grants().restore(grant, readPair(pair)));
    }

    private static Grants.PastPair readPair(JsonView json) {
        return new Grants.PastPair(
                (int) json.number("number"),
                json.text("access"),
                Instant.parse(json.text("accessExpiresAt")),
                json.text("refresh"),
                Instant.parse(json.text("refreshExpiresAt")),
                Instant.parse(json.text("issuedAt")),
                json.has("endedAt") ? Instant.parse(json.text("endedAt")) : null,
                json.has("end") ? Names.read(IssuedPair.End.class, json.text("end")) : null);
    }

    private static List<JsonView> views(JsonView json, String name) {
        if (!(json.members().get(name) instanceof List<?> items)) {
            throw new IllegalArgumentException(name + " is missing");
        }
        return items.stream().map(JsonView::of).toList();
    }

    private static Map<String, Object> nonNull(JsonView json) {
        Map<String, Object> members = new LinkedHashMap<>();
        for (Map.Entry<String, @Nullable Object> member : json.members().entrySet()) {
            Object value = member.getValue();
            if (value != null) {
                members.put(member.getKey(), value);
            }
        }
        return members;
    }
}

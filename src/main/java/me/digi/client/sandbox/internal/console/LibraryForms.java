package me.digi.client.sandbox.internal.console;

import java.util.List;
import java.util.function.BiConsumer;
import me.digi.client.sandbox.Compression;
import me.digi.client.sandbox.Damage;
import me.digi.client.sandbox.FileContent;
import me.digi.client.sandbox.Sandbox;
import me.digi.client.sandbox.SandboxFile;
import me.digi.client.sandbox.SandboxLibrary;
import me.digi.client.sandbox.SyncScript;
import me.digi.client.sandbox.internal.control.ControlCall;
import me.digi.client.sandbox.internal.control.Resource;
import me.digi.client.sandbox.internal.control.Route;
import me.digi.client.sandbox.internal.document.DescribedContents;
import me.digi.client.sandbox.internal.document.Names;
import me.digi.client.sandbox.internal.document.ScriptDocument;
import me.digi.client.sandbox.internal.json.Json;
import me.digi.client.sandbox.internal.json.JsonView;

/** Changes a user's library, and returns to the changed part of the page. */
final class LibraryForms implements Resource {
    static final Forms.Option NONE = new Forms.Option("none");

    private final Sandbox sandbox;

    LibraryForms(Sandbox sandbox) {
        this.sandbox = sandbox;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                route(
                        "accounts",
                        "",
                        (call, library) -> library.addAccount(
                                Long.parseLong(call.field("source")),
                                call.body().has("sample"))),
                route("accounts", "/remove", (call, library) -> library.removeAccount(call.field("account"))),
                route(
                        "accounts",
                        "/authorize",
                        (call, library) -> library.authorizeAccount(call.field("account"), true)),
                route("accounts", "/fail", (call, library) -> library.authorizeAccount(call.field("account"), false)),
                route("files", "", (call, library) -> library.add(file(call))),
                route("files", "/remove", (call, library) -> library.remove(call.field("name"))),
                route("script", "", (call, library) -> library.script(script(call, library))));
    }

    private Route route(String part, String path, BiConsumer<ControlCall, SandboxLibrary> change) {
        return Forms.route(
                "users/{userId}/" + part + path,
                call -> change.accept(call, sandbox.library(call.path("userId"))),
                call -> Links.user(call.path("userId")) + "#" + part);
    }

    private static SandboxFile file(ControlCall call) {
        // Browsers send line ends in forms as CR LF.
        FileContent content = FileContent.of(Forms.text(call.body(), "content").replace("\r\n", "\n"));
        SandboxFile file = call.field("kind").equals("raw")
                ? SandboxFile.raw(call.field("name"), "text/plain", content)
                : SandboxFile.mapped(call.field("name"), content);
        file = file.compressed(Names.read(Compression.class, call.field("compression")));
        if (!call.field("damage").equals(NONE.value())) {
            file = file.damaged(Names.read(Damage.class, call.field("damage")));
        }
        return file.missingAtFirst(Integer.parseInt(call.field("missing")));
    }

    private static SyncScript script(ControlCall call, SandboxLibrary library) {
        if (call.body().has("preset")) {
            return ScriptPreset.valueOf(call.field("preset")).script(library.accountIds());
        }
        JsonView json = new JsonView(Json.parseObject(call.field("script")));
        ScriptDocument.SHAPE.check("script", json.members());
        return ScriptDocument.read(json, new DescribedContents());
    }
}

package me.digi.client.sandbox.internal.console;

import java.util.ArrayList;
import java.util.List;
import me.digi.client.sandbox.Compression;
import me.digi.client.sandbox.Damage;
import me.digi.client.sandbox.FileContent;
import me.digi.client.sandbox.Sandbox;
import me.digi.client.sandbox.SandboxFile;
import me.digi.client.sandbox.SandboxLibrary;
import me.digi.client.sandbox.SyncScript;
import me.digi.client.sandbox.internal.document.DescribedContents;
import me.digi.client.sandbox.internal.document.Names;
import me.digi.client.sandbox.internal.document.ScriptDocument;
import me.digi.client.sandbox.internal.html.HtmlDocument;
import me.digi.client.sandbox.internal.http.Response;
import me.digi.client.sandbox.internal.json.Json;
import me.digi.client.sandbox.internal.json.JsonView;

/** Changes a user's library. Afterwards the browser is at the part of the page that has changed. */
final class LibraryForms implements ConsolePage {
    private static final String NONE = "none";

    private final Sandbox sandbox;

    LibraryForms(Sandbox sandbox) {
        this.sandbox = sandbox;
    }

    @Override
    public List<ConsoleRoute> routes() {
        return List.of(
                ConsoleRoute.post("users/{userId}/accounts", this::addAccount),
                ConsoleRoute.post("users/{userId}/accounts/remove", call -> {
                    library(call).removeAccount(call.field("account"));
                    return back(call, "accounts");
                }),
                ConsoleRoute.post("users/{userId}/accounts/authorize", call -> authorize(call, true)),
                ConsoleRoute.post("users/{userId}/accounts/fail", call -> authorize(call, false)),
                ConsoleRoute.post("users/{userId}/files", this::saveFile),
                ConsoleRoute.post("users/{userId}/files/remove", call -> {
                    library(call).remove(call.field("name"));
                    return back(call, "files");
                }),
                ConsoleRoute.post("users/{userId}/script", this::saveScript));
    }

    /** With a first choice that stands for nothing. */
    static List<Forms.Option> withNone(List<Forms.Option> options) {
        List<Forms.Option> all = new ArrayList<>(options);
        all.add(0, new Forms.Option(NONE));
        return all;
    }

    private Response addAccount(ConsoleCall call) {
        library(call)
                .addAccount(Long.parseLong(call.field("source")), call.form().has("sample"));
        return back(call, "accounts");
    }

    private Response authorize(ConsoleCall call, boolean authorized) {
        library(call).authorizeAccount(call.field("account"), authorized);
        return back(call, "accounts");
    }

    private Response saveFile(ConsoleCall call) {
        String text = call.form().has("content") ? call.form().text("content") : "";
        // Browsers send all line ends of a form as two characters.
        FileContent content = FileContent.of(text.replace("\r\n", "\n"));
        SandboxFile file = call.field("kind").equals("raw")
                ? SandboxFile.raw(call.field("name"), "text/plain", content)
                : SandboxFile.mapped(call.field("name"), content);
        file = file.compressed(Names.read(Compression.class, call.field("compression")));
        if (!call.field("damage").equals(NONE)) {
            file = file.damaged(Names.read(Damage.class, call.field("damage")));
        }
        library(call).add(file.missingAtFirst(Integer.parseInt(call.field("missing"))));
        return back(call, "files");
    }

    private Response saveScript(ConsoleCall call) {
        SandboxLibrary library = library(call);
        library.script(
                call.form().has("preset")
                        ? ScriptPreset.valueOf(call.field("preset")).script(library.accountIds())
                        : script(call.field("script")));
        return back(call, "script");
    }

    private static SyncScript script(String text) {
        JsonView json = new JsonView(Json.parseObject(text));
        ScriptDocument.SHAPE.check("script", json.members());
        return ScriptDocument.read(json, new DescribedContents());
    }

    private SandboxLibrary library(ConsoleCall call) {
        return sandbox.library(call.path("userId"));
    }

    private static Response back(ConsoleCall call, String part) {
        return HtmlDocument.redirect(303, Links.user(call.path("userId")) + "#" + part);
    }
}

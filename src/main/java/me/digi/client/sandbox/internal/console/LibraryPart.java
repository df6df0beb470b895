package me.digi.client.sandbox.internal.console;

import java.util.List;
import java.util.Map;
import me.digi.client.sandbox.Compression;
import me.digi.client.sandbox.Damage;
import me.digi.client.sandbox.SandboxFile;
import me.digi.client.sandbox.SandboxLibrary;
import me.digi.client.sandbox.internal.document.DescribedContents;
import me.digi.client.sandbox.internal.document.Names;
import me.digi.client.sandbox.internal.document.ScriptDocument;
import me.digi.client.sandbox.internal.html.Html;
import me.digi.client.sandbox.internal.json.Json;
import me.digi.client.sandbox.internal.state.Catalogue;

/** A user's accounts, files and sync script, with the forms that change them. */
final class LibraryPart {
    private final SandboxLibrary library;
    private final String address;
    private final String userId;

    LibraryPart(SandboxLibrary library, String userId) {
        this.library = library;
        this.userId = userId;
        this.address = Links.user(userId);
    }

    Html html() {
        return Html.of("{}{}{}{}", accounts(), files(), pushed(), script());
    }

    private Html accounts() {
        List<Forms.Option> sources = new Catalogue()
                .list("sources").stream()
                        .map(source -> new Forms.Option(String.valueOf(source.number("id")), source.text("name")))
                        .toList();
        return Html.of(
                """
                <h2 id="accounts">Accounts</h2>
                {}{}""",
                Table.of("Account", "Id", "Sync", "").html(library.accounts(), this::account),
                Forms.form(
                        address + "/accounts",
                        Html.of(
                                "<div class=\"row\">{}<label class=\"choice\"><input type=\"checkbox\" name=\"sample\"> Sample data"
                                        + "</label><button>Add an account</button></div>",
                                Forms.select("source", "Source", sources, null))));
    }

    private Table.Row account(Map<String, Object> account) {
        String id = String.valueOf(account.get("id"));
        boolean fails = !library.isAuthorized(id);
        return Table.Row.of(
                Html.of(
                        "{} <span class=\"quiet\">{}</span>",
                        String.valueOf(account.getOrDefault("serviceProviderName", account.get("serviceTypeName"))),
                        Boolean.TRUE.equals(account.get("sample")) ? "sample data" : ""),
                Html.of("<code>{}</code>", id),
                fails ? "fails: not authorized" : "works",
                Html.of(
                        "<div class=\"row\">{}{}</div>",
                        fails
                                ? Forms.button(address + "/accounts/authorize", "Authorize", "account", id)
                                : Forms.button(address + "/accounts/fail", "Let it fail", "account", id),
                        Forms.button(address + "/accounts/remove", "Remove", "account", id)));
    }

    private Html files() {
        return Html.of(
                """
                <h2 id="files">Files</h2>
                {}<details><summary>Add or replace a file</summary>
                {}</details>
                """,
                Table.of("File", "Kind", "Size", "On the wire", "").html(library.files(), this::file),
                Forms.form(
                        address + "/files",
                        Html.of(
                                """
                                <label>Name<input name="name" required autocomplete="off" spellcheck="false" value="notes.json"></label>
                                <label>Content<textarea name="content" rows="5" spellcheck="false">{}</textarea></label>
                                <div class="row">{}{}{}
                                <label>Reads that get 404 at first<input name="missing" type="number" min="0" max="1000" value="0"></label>
                                </div>
                                <button>Save the file</button>
                                """,
                                "[{\"text\": \"hello\"}]",
                                Forms.select(
                                        "kind",
                                        "Kind",
                                        List.of(
                                                new Forms.Option("mapped", "mapped: fetched from a source"),
                                                new Forms.Option("raw", "raw: pushed")),
                                        null),
                                Forms.select("compression", "Compression", Forms.options(Compression.values()), null),
                                Forms.select(
                                        "damage",
                                        "Damage",
                                        Forms.with(LibraryForms.NONE, Forms.options(Damage.values())),
                                        null))));
    }

    private Table.Row file(SandboxFile file) {
        Damage damage = file.damage();
        return Table.Row.of(
                Html.of(
                        "<a href=\"/control/v1/users/{}/files/{}/content\" download=\"{}\">{}</a>",
                        Links.encode(userId),
                        Links.encode(file.name()),
                        file.name(),
                        file.name()),
                file.isRaw() ? "raw" : "mapped",
                file.content().size(),
                (file.compression() == Compression.NONE ? "not compressed" : Names.of(file.compression()))
                        + (damage == null ? "" : ", damaged: " + Names.of(damage))
                        + (file.missing() == 0 ? "" : ", 404 at first: " + file.missing()),
                Forms.button(address + "/files/remove", "Remove", "name", file.name()));
    }

    private Html pushed() {
        return library.pushed().isEmpty() && library.providerPushes().isEmpty()
                ? Html.NONE
                : Html.of(
                        "<h2>Pushed by applications</h2>\n<ul>{}{}</ul>\n",
                        Html.each(
                                library.pushed(),
                                file -> Html.of(
                                        "<li>{} under {}: {} bytes</li>\n",
                                        file.name(),
                                        file.contractId(),
                                        file.content().size())),
                        Html.each(
                                library.providerPushes(),
                                push -> Html.of(
                                        "<li>{} {} to the provider of <code>{}</code></li>\n",
                                        push.standard(),
                                        push.version(),
                                        push.accountId())));
    }

    private Html script() {
        return Html.of(
                """
                <h2 id="script">Sync script</h2>
                <p>What later sessions list: one step for each request for the file list. The last step is repeated.</p>
                <div class="row">
                {}</div>
                <details><summary>Edit the script</summary>
                {}</details>
                """,
                Html.each(
                        List.of(ScriptPreset.values()),
                        preset -> Forms.button(address + "/script", preset.label(), "preset", preset.name())),
                Forms.form(
                        address + "/script",
                        Html.of(
                                """
                                <label>Steps<textarea name="script" rows="14" spellcheck="false">{}</textarea></label>
                                <button>Save the script</button>
                                """,
                                Json.writeIndented(ScriptDocument.write(library.script(), new DescribedContents())))));
    }
}

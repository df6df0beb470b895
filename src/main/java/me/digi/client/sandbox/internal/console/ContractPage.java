package me.digi.client.sandbox.internal.console;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Map;
import me.digi.client.sandbox.ContractView;
import me.digi.client.sandbox.Sandbox;
import me.digi.client.sandbox.internal.control.ControlCall;
import me.digi.client.sandbox.internal.control.Resource;
import me.digi.client.sandbox.internal.control.Route;
import me.digi.client.sandbox.internal.document.Names;
import me.digi.client.sandbox.internal.html.Html;
import me.digi.client.sandbox.internal.http.Response;
import me.digi.client.sandbox.internal.state.UnknownException;

/** A contract: its key, its redirect URIs, and sample code. */
final class ContractPage implements Resource {
    private final Sandbox sandbox;

    ContractPage(Sandbox sandbox) {
        this.sandbox = sandbox;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.get("contracts/{contractId}", this::show),
                Route.get("contracts/{contractId}/key", this::key),
                Forms.route(
                        "contracts/{contractId}/redirect-uris",
                        this::saveRedirectUris,
                        call -> Links.contract(call.path("contractId"))));
    }

    private Response show(ControlCall call) {
        ContractView contract = contract(call);
        String address = Links.contract(contract.id());
        Snippets snippets = new Snippets(sandbox, contract.id());
        return Layout.page(
                Section.CONTRACTS,
                "Contract " + contract.id(),
                Html.of(
                        """
                        <p>It {}. Its client_id is <code>{}_{}</code>.</p>
                        <p><a class="button" href="{}/key" download="{}.pem">Download the private key</a></p>
                        <p class="quiet">Never use a test key outside of a sandbox. The keys of the default contracts are published with
                        the sandbox, unless it was started with <code>--fresh-keys</code>.</p>
                        <h2>Redirect URIs</h2>
                        {}<h2>Code</h2>
                        <p>It opens the consent page. <a href="{}">Start here</a> continues to the first file.</p>
                        {}{}{}{}{}""",
                        Names.meaning(contract.kind()),
                        sandbox.applicationId(),
                        contract.id(),
                        address,
                        contract.id(),
                        Forms.form(
                                address + "/redirect-uris", Html.of("""
                                        <label>One on each line<textarea name="uris" rows="4" spellcheck="false">{}</textarea></label>
                                        <button>Save</button>
                                        """, String.join("\n", contract.redirectUris()))),
                        Section.START.path(),
                        code("This client, in Java", Html.NONE, snippets.of("Setup.java")),
                        code("This client, in Kotlin", Html.NONE, snippets.of("Setup.kt.txt")),
                        code("Official SDK for Node.js", Html.NONE, snippets.of("setup.mjs")),
                        code("Official SDK for iOS", iosNote(), snippets.of("setup.swift")),
                        code(
                                "Official SDK for Android",
                                androidNote(contract.id()),
                                snippets.of("setup-android.kt.txt"))));
    }

    private Response key(ControlCall call) {
        String id = contract(call).id();
        return Response.of(
                        200,
                        Map.of("Content-Type", "application/x-pem-file", "Cache-Control", "no-store"),
                        sandbox.privateKeyPem(id).getBytes(UTF_8))
                .withHeader("Content-Disposition", "attachment; filename=\"" + id + ".pem\"");
    }

    private void saveRedirectUris(ControlCall call) {
        sandbox.redirectUris(
                contract(call).id(),
                Forms.text(call.body(), "uris")
                        .lines()
                        .map(String::strip)
                        .filter(uri -> !uri.isEmpty())
                        .toList());
    }

    private Html iosNote() {
        return Html.of("""
                <p>Based on the source of version 5.1.0; not tested with this sandbox. Register <code>digime-ca-{}://auth</code> as a
                redirect URI above, the scheme in the app's <code>Info.plist</code>, and allow local networking there
                (<code>NSAllowsLocalNetworking</code>), since the sandbox has no TLS. The simulator reaches the sandbox; a device
                needs <code>--address</code>.</p>
                """, sandbox.applicationId());
    }

    private static Html androidNote(String contractId) {
        return Html.of("""
                <p><b>It cannot be used with this sandbox.</b> In the source of version 4, the base URL can be set, but every request
                goes to version 1.6 of the API, and the sandbox implements version 1.7. Use this client instead, which supports
                Android. The SDK takes the key as PKCS#8 in base64, without the PEM header:
                <code>openssl pkcs8 -topk8 -nocrypt -outform DER -in {}.pem | openssl base64 -A</code></p>
                """, contractId);
    }

    private static Html code(String title, Html note, String code) {
        return Html.of("<h3>{}</h3>\n{}<pre class=\"copy program\" tabindex=\"0\">{}</pre>\n", title, note, code);
    }

    private ContractView contract(ControlCall call) {
        String id = call.path("contractId");
        return sandbox.contracts().stream()
                .filter(candidate -> candidate.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new UnknownException("contract", id));
    }
}

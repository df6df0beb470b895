package me.digi.client.sandbox.internal.console;

import java.util.List;
import java.util.Map;
import me.digi.client.sandbox.ContractKind;
import me.digi.client.sandbox.ContractView;
import me.digi.client.sandbox.Sandbox;
import me.digi.client.sandbox.internal.control.Resource;
import me.digi.client.sandbox.internal.control.Route;
import me.digi.client.sandbox.internal.html.Html;
import me.digi.client.sandbox.internal.http.Response;
import me.digi.client.sandbox.internal.io.Resources;

/** The steps to the first file that is read. */
final class StartPage implements Resource {
    private final Sandbox sandbox;

    StartPage(Sandbox sandbox) {
        this.sandbox = sandbox;
    }

    @Override
    public List<Route> routes() {
        return List.of(Route.get("start", call -> show()), Route.get("digime.yaml", call -> description()));
    }

    private Response show() {
        return Layout.page(
                Section.START,
                "Start here",
                sandbox.contracts().stream()
                        .filter(contract -> contract.kind() == ContractKind.READ)
                        .map(ContractView::id)
                        .findFirst()
                        .map(this::steps)
                        .orElseGet(() -> Html.of(
                                "<p>First <a href=\"{}\">add a contract</a> that reads data.</p>\n",
                                Section.CONTRACTS.path())));
    }

    private Html steps(String contractId) {
        Snippets snippets = new Snippets(sandbox, contractId);
        Html last = Html.of("""
                <li><p>Open the page that it prints, and press <b>Allow</b>. The program prints the user's files.</p></li>
                <li><p>See each request under <a href="{}">Requests</a>, and the user under <a href="{}">Users</a>. A refused request says
                why it was refused.</p></li>
                """, Section.REQUESTS.path(), Section.USERS.path());
        return Html.of(
                """
                <p>Read a first file with one of these:</p>
                <ul><li><a href="#node">the official SDK for Node.js</a></li><li><a href="#java">this client, in Java</a></li>
                <li><a href="#python">Python, with a generated client</a></li></ul>
                <h2 id="node">The official SDK for Node.js</h2>
                <p>Needs Node.js 20 with npm, and curl and tar, which Windows, macOS and Linux have. The SDK is not on npm.</p>
                <ol>
                {}{}{}{}</ol>
                <h2 id="java">This client, in Java</h2>
                <p>Needs a JDK 17 and Maven.</p>
                <ol>
                {}{}{}{}</ol>
                <h2 id="python">Python, with a client generated from the description</h2>
                <p>Needs Python 3.9, and Node.js and Java for the generator.</p>
                <ol>
                {}{}{}{}</ol>
                """,
                step("Build the SDK:", """
                        mkdir digime-sdk-nodejs
                        curl -L https://github.com/worlddataexchange/digime-sdk-nodejs/archive/HEAD.tar.gz -o sdk.tar.gz
                        tar -xzf sdk.tar.gz -C digime-sdk-nodejs --strip-components 1
                        npm --prefix digime-sdk-nodejs ci --ignore-scripts
                        npm --prefix digime-sdk-nodejs run compile:main
                        """),
                key(contractId),
                step("Save this as read.mjs, and run it with node read.mjs:", snippets.nodeProgram()),
                last,
                step("In a clone of this client, install it:", "mvn -q install -Dmaven.test.skip\n"),
                key(contractId),
                step(
                        "Save this as Read.java in a project that depends on me.digi.client:digime-client, and run it:",
                        snippets.javaProgram()),
                last,
                step(
                        "Generate the client:",
                        "curl -o digime.yaml " + curlOptions() + sandbox.url() + ConsoleService.PATH + "digime.yaml\n"
                                + "npx --yes @openapitools/openapi-generator-cli generate -g python -i digime.yaml -o client\n"
                                + "pip install brotli cryptography -r client/requirements.txt\n"),
                key(contractId),
                step("Save this as read.py, and run it with python3 read.py:", snippets.of("read.py")),
                last);
    }

    private Html key(String contractId) {
        return step(
                "Get the contract's private key:",
                "curl -o " + contractId + ".pem " + curlOptions() + sandbox.controlUrl() + "contracts/" + contractId
                        + "/key\n");
    }

    private String curlOptions() {
        return "-H 'Authorization: Bearer " + sandbox.controlToken() + "' ";
    }

    private static Html step(String what, String code) {
        return Html.of("<li><p>{}</p><pre class=\"copy program\" tabindex=\"0\">{}</pre></li>\n", what, code);
    }

    private static Response description() {
        return Response.of(
                200,
                Map.of("Content-Type", "application/yaml", "Cache-Control", "no-store"),
                Resources.read("console/digime.yaml"));
    }
}

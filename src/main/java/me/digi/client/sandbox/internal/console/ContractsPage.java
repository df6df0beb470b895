package me.digi.client.sandbox.internal.console;

import java.util.Arrays;
import java.util.List;
import me.digi.client.sandbox.ContractKind;
import me.digi.client.sandbox.Sandbox;
import me.digi.client.sandbox.internal.document.Names;
import me.digi.client.sandbox.internal.html.Html;
import me.digi.client.sandbox.internal.html.HtmlDocument;
import me.digi.client.sandbox.internal.http.Response;

/** The contracts, and what a client has to be told. */
final class ContractsPage implements ConsolePage {
    private final Sandbox sandbox;

    ContractsPage(Sandbox sandbox) {
        this.sandbox = sandbox;
    }

    @Override
    public List<ConsoleRoute> routes() {
        return List.of(ConsoleRoute.get("contracts", call -> show()), ConsoleRoute.post("contracts", this::add));
    }

    private Response show() {
        return Layout.page(
                Section.CONTRACTS,
                "Contracts",
                Html.of(
                        """
                        <dl>
                        <div><dt>Application id</dt><dd><code>{}</code></dd></div>
                        <div><dt>Base URL</dt><dd><code>{}</code></dd></div>
                        <div><dt>Onboard URL</dt><dd><code>{}</code></dd></div>
                        <div><dt>Cloud URL</dt><dd><code>{}</code></dd></div>
                        </dl>
                        <table class="cards">
                        <thead><tr><th>Contract</th><th>Kind</th><th>Redirect URIs</th></tr></thead>
                        <tbody>
                        {}</tbody>
                        </table>
                        <h2>New contract</h2>
                        {}""",
                        sandbox.applicationId(),
                        sandbox.environment().baseUrl(),
                        sandbox.environment().onboardUrl(),
                        sandbox.environment().cloudUrl(),
                        Html.each(
                                sandbox.contracts(),
                                contract -> Html.of(
                                        """
                                        <tr>
                                        <td data-label="Contract"><a href="{}">{}</a></td>
                                        <td data-label="Kind">{}</td>
                                        <td data-label="Redirect URIs">{}</td>
                                        </tr>
                                        """,
                                        Links.contract(contract.id()),
                                        contract.id(),
                                        meaning(contract.kind()),
                                        Html.each(
                                                contract.redirectUris(),
                                                uri -> Html.of("<code class=\"item\">{}</code> ", uri)))),
                        Forms.form(
                                Section.CONTRACTS.path(), Html.of("""
                                        <div class="row">
                                        <label>Id<input name="id" required pattern="[A-Za-z0-9_.\\-]+" maxlength="100"
                                        autocomplete="off" spellcheck="false"></label>
                                        {}<button>Add the contract</button>
                                        </div>
                                        """, Forms.select("kind", "Kind", kinds(), null)))));
    }

    private Response add(ConsoleCall call) {
        String id = call.field("id");
        if (!id.matches("[A-Za-z0-9_.-]{1,100}")) {
            throw new IllegalArgumentException(
                    "the id must have 1 to 100 letters, digits, dots, dashes and underscores");
        }
        sandbox.addContract(id, Names.read(ContractKind.class, call.field("kind")));
        return HtmlDocument.redirect(303, Links.contract(id));
    }

    static String meaning(ContractKind kind) {
        return switch (kind) {
            case READ -> "reads data";
            case PUSH -> "pushes data";
            case READ_RAW -> "reads pushed files back";
        };
    }

    private static List<Forms.Option> kinds() {
        return Arrays.stream(ContractKind.values())
                .map(kind -> new Forms.Option(Names.of(kind), meaning(kind)))
                .toList();
    }
}

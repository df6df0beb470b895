package me.digi.client.sandbox.internal.console;

import java.util.Arrays;
import java.util.List;
import me.digi.client.sandbox.ContractKind;
import me.digi.client.sandbox.ContractView;
import me.digi.client.sandbox.Sandbox;
import me.digi.client.sandbox.internal.control.ControlCall;
import me.digi.client.sandbox.internal.control.Resource;
import me.digi.client.sandbox.internal.control.Route;
import me.digi.client.sandbox.internal.document.Names;
import me.digi.client.sandbox.internal.html.Html;
import me.digi.client.sandbox.internal.html.HtmlDocument;
import me.digi.client.sandbox.internal.http.Response;

/** The contracts, and the settings of a client. */
final class ContractsPage implements Resource {
    private final Sandbox sandbox;

    ContractsPage(Sandbox sandbox) {
        this.sandbox = sandbox;
    }

    @Override
    public List<Route> routes() {
        return List.of(Route.get("contracts", call -> show()), Route.post("contracts", this::add));
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
                        {}<h2>New contract</h2>
                        {}""",
                        sandbox.applicationId(),
                        sandbox.environment().baseUrl(),
                        sandbox.environment().onboardUrl(),
                        sandbox.environment().cloudUrl(),
                        Table.of("Contract", "Kind", "Redirect URIs").html(sandbox.contracts(), ContractsPage::row),
                        Forms.form(
                                Section.CONTRACTS.path(), Html.of("""
                                        <div class="row">
                                        <label>Id<input name="id" required pattern="[A-Za-z0-9_.\\-]+" maxlength="100"
                                        autocomplete="off" spellcheck="false"></label>
                                        {}<button>Add the contract</button>
                                        </div>
                                        """, Forms.select("kind", "Kind", kinds(), null)))));
    }

    private static Table.Row row(ContractView contract) {
        return Table.Row.of(
                Links.toContract(contract.id()),
                Names.meaning(contract.kind()),
                Html.each(contract.redirectUris(), uri -> Html.of("<code class=\"item\">{}</code> ", uri)));
    }

    private Response add(ControlCall call) {
        String id = call.field("id");
        if (!id.matches("[A-Za-z0-9_.-]{1,100}")) {
            throw new IllegalArgumentException(
                    "the id must have 1 to 100 letters, digits, dots, dashes and underscores");
        }
        sandbox.addContract(id, Names.read(ContractKind.class, call.field("kind")));
        return HtmlDocument.redirect(303, Links.contract(id));
    }

    private static List<Forms.Option> kinds() {
        return Arrays.stream(ContractKind.values())
                .map(kind -> new Forms.Option(Names.of(kind), Names.meaning(kind)))
                .toList();
    }
}

package me.digi.client.sandbox.internal.console;

import java.util.List;
import java.util.function.Consumer;
import me.digi.client.sandbox.RuleView;
import me.digi.client.sandbox.Sandbox;
import me.digi.client.sandbox.internal.html.Html;
import me.digi.client.sandbox.internal.html.HtmlDocument;
import me.digi.client.sandbox.internal.http.Response;

/** Every rule for requests, and whether it is loosened. */
final class RulesPage implements ConsolePage {
    private final Sandbox sandbox;

    RulesPage(Sandbox sandbox) {
        this.sandbox = sandbox;
    }

    @Override
    public List<ConsoleRoute> routes() {
        return List.of(
                ConsoleRoute.get("rules", call -> show()),
                change("loosen", sandbox::loosen),
                change("tighten", sandbox::tighten));
    }

    private static ConsoleRoute change(String path, Consumer<String> change) {
        return ConsoleRoute.post("rules/" + path, call -> {
            change.accept(call.field("rule"));
            return HtmlDocument.redirect(303, Section.RULES.path() + "#" + call.field("rule"));
        });
    }

    private Response show() {
        return Layout.page(Section.RULES, "Rules", Html.of("""
                        <p>The sandbox refuses what digi.me refuses. A loosened rule lets requests pass, whose responses then have the
                        header <code>X-Sandbox-Loosened</code>. A rule without which there is nothing to go on cannot be loosened.</p>
                        <table class="cards">
                        <thead><tr><th>Rule</th><th>Expected</th><th>The official SDK</th><th></th></tr></thead>
                        <tbody>
                        {}</tbody>
                        </table>
                        """, Html.each(sandbox.rules(), RulesPage::row)));
    }

    private static Html row(RuleView rule) {
        return Html.of(
                """
                <tr id="{}">
                <td data-label="Rule"><b class="name">{}</b> {}</td>
                <td data-label="Expected">{}</td>
                <td data-label="The official SDK">{}</td>
                <td>{}</td>
                </tr>
                """,
                rule.id(),
                rule.id(),
                Html.when(rule.loosened(), "<span class=\"badge loosened\">loosened</span>"),
                rule.expected(),
                rule.officialSdk(),
                !rule.loosenable()
                        ? Html.NONE
                        : rule.loosened()
                                ? Forms.button(Section.RULES.path() + "/tighten", "Tighten", "rule", rule.id())
                                : Forms.button(Section.RULES.path() + "/loosen", "Loosen", "rule", rule.id()));
    }
}

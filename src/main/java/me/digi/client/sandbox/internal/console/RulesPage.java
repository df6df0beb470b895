package me.digi.client.sandbox.internal.console;

import java.util.List;
import java.util.function.Consumer;
import me.digi.client.sandbox.RuleView;
import me.digi.client.sandbox.Sandbox;
import me.digi.client.sandbox.internal.control.Resource;
import me.digi.client.sandbox.internal.control.Route;
import me.digi.client.sandbox.internal.html.Html;
import me.digi.client.sandbox.internal.http.Response;

/** Every rule for requests, and whether it is loosened. */
final class RulesPage implements Resource {
    private final Sandbox sandbox;

    RulesPage(Sandbox sandbox) {
        this.sandbox = sandbox;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.get("rules", call -> show()),
                change("loosen", sandbox::loosen),
                change("tighten", sandbox::tighten));
    }

    private static Route change(String path, Consumer<String> change) {
        return Forms.route(
                "rules/" + path,
                call -> change.accept(call.field("rule")),
                call -> Section.RULES.path() + "#" + call.field("rule"));
    }

    private Response show() {
        return Layout.page(
                Section.RULES,
                "Rules",
                Html.of(
                        """
                        <p>The sandbox refuses what digi.me refuses. A loosened rule lets requests pass; the responses then have the
                        header <code>X-Sandbox-Loosened</code>. Some rules are essential, and cannot be loosened.</p>
                        {}
                        """,
                        Table.of("Rule", "Expected", "The official SDK", "").html(sandbox.rules(), RulesPage::row)));
    }

    private static Table.Row row(RuleView rule) {
        String action = rule.loosened() ? "tighten" : "loosen";
        return new Table.Row(
                rule.id(),
                List.of(
                        Html.of(
                                "<b class=\"name\">{}</b> {}",
                                rule.id(),
                                Html.when(rule.loosened(), "<span class=\"badge loosened\">loosened</span>")),
                        rule.expected(),
                        rule.officialSdk(),
                        rule.loosenable()
                                ? Forms.button(
                                        Section.RULES.path() + "/" + action,
                                        rule.loosened() ? "Tighten" : "Loosen",
                                        "rule",
                                        rule.id())
                                : Html.NONE));
    }
}

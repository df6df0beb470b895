package me.digi.client.sandbox.internal.console;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import me.digi.client.sandbox.CannedResponse;
import me.digi.client.sandbox.Fault;
import me.digi.client.sandbox.Operation;
import me.digi.client.sandbox.Sandbox;
import me.digi.client.sandbox.internal.document.FaultDocument;
import me.digi.client.sandbox.internal.document.OperationNames;
import me.digi.client.sandbox.internal.html.Html;
import me.digi.client.sandbox.internal.html.HtmlDocument;
import me.digi.client.sandbox.internal.http.Response;
import me.digi.client.sandbox.internal.json.Json;

/** The faults that wait for a request, and a form that arms one more. */
final class FaultsPage implements ConsolePage {
    private final Sandbox sandbox;

    FaultsPage(Sandbox sandbox) {
        this.sandbox = sandbox;
    }

    @Override
    public List<ConsoleRoute> routes() {
        return List.of(
                ConsoleRoute.get("faults", call -> show()),
                ConsoleRoute.post("faults", this::arm),
                change("clear", sandbox::clearFaults),
                change("release", sandbox::release),
                change("rotate", sandbox::rotateKeys));
    }

    private static ConsoleRoute change(String path, Runnable change) {
        return ConsoleRoute.post("faults/" + path, call -> {
            change.run();
            return back();
        });
    }

    private Response arm(ConsoleCall call) {
        sandbox.failNext(OperationNames.read(call.field("operation")), fault(call));
        return back();
    }

    private static Fault fault(ConsoleCall call) {
        String id = call.field("fault");
        for (FaultKind kind : FaultKind.ALL) {
            if (kind.id().equals(id)) {
                return kind.fault();
            }
        }
        return FilledFault.valueOf(id).fault(call);
    }

    private static Response back() {
        return HtmlDocument.redirect(303, Section.FAULTS.path());
    }

    private Response show() {
        String address = Section.FAULTS.path();
        return Layout.page(
                Section.FAULTS,
                "Faults",
                Html.of(
                        """
                        <div id="live" data-stream="/control/v1/requests/stream">
                        {}</div>
                        <div class="row">
                        {}{}{}</div>
                        <h2>Arm a fault</h2>
                        <p>It applies to the next request of the operation, once.</p>
                        {}""",
                        armed(),
                        Forms.button(address + "/clear", "Disarm all"),
                        Forms.button(address + "/release", "Release stalled responses"),
                        Forms.button(address + "/rotate", "Sign with a new key"),
                        Forms.form(
                                address,
                                Html.of(
                                        "{}{}{}<button class=\"primary\">Arm</button>",
                                        Forms.select("operation", "Operation", operations(), "listAccounts"),
                                        Html.each(List.of(FaultKind.Group.values()), FaultsPage::group),
                                        filled()))));
    }

    private Html armed() {
        Map<Operation, List<Fault>> faults = sandbox.faults();
        return faults.values().stream().allMatch(List::isEmpty)
                ? Html.of("<p>No fault is armed.</p>\n")
                : Html.of(
                        "<h2>Armed</h2>\n<ul>{}</ul>\n",
                        Html.each(
                                faults.entrySet(),
                                queue -> Html.each(
                                        queue.getValue(),
                                        fault -> Html.of(
                                                "<li><b>{}</b> <code>{}</code></li>\n",
                                                OperationNames.of(queue.getKey()),
                                                fault instanceof CannedResponse response
                                                        ? response.status() + " " + response.body()
                                                        : Json.write(FaultDocument.write(fault))))));
    }

    private static Html group(FaultKind.Group group) {
        return Html.of(
                "<fieldset><legend>{}</legend>\n{}</fieldset>\n",
                group.label(),
                Html.each(
                        FaultKind.ALL.stream()
                                .filter(kind -> kind.group() == group)
                                .toList(),
                        kind -> choice(kind.id(), kind.meaning())));
    }

    private static Html filled() {
        return Html.of(
                "<fieldset><legend>With values of your own</legend>\n{}</fieldset>\n",
                Html.each(
                        List.of(FilledFault.values()),
                        fault -> Html.of(
                                "<div class=\"filled\">\n{}<div class=\"row\">\n{}</div>\n</div>\n",
                                choice(fault.name(), fault.meaning()),
                                fault.fields())));
    }

    private static Html choice(String id, String meaning) {
        return Html.of(
                "<label class=\"choice\"><input type=\"radio\" name=\"fault\" value=\"{}\" required> {}</label>\n",
                id,
                meaning);
    }

    private static List<Forms.Option> operations() {
        return Arrays.stream(Operation.values())
                .filter(operation -> operation != Operation.PAGE && operation != Operation.UNKNOWN)
                .map(OperationNames::of)
                .sorted()
                .map(Forms.Option::new)
                .toList();
    }
}

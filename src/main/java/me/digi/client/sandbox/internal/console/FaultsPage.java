package me.digi.client.sandbox.internal.console;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import me.digi.client.sandbox.CannedResponse;
import me.digi.client.sandbox.Fault;
import me.digi.client.sandbox.Operation;
import me.digi.client.sandbox.Sandbox;
import me.digi.client.sandbox.internal.control.ControlCall;
import me.digi.client.sandbox.internal.control.Resource;
import me.digi.client.sandbox.internal.control.Route;
import me.digi.client.sandbox.internal.document.FaultDocument;
import me.digi.client.sandbox.internal.document.OperationNames;
import me.digi.client.sandbox.internal.html.Html;
import me.digi.client.sandbox.internal.http.Response;
import me.digi.client.sandbox.internal.json.Json;

/** The faults that are armed, and a form to arm another one. */
final class FaultsPage implements Resource {
    private final Sandbox sandbox;

    FaultsPage(Sandbox sandbox) {
        this.sandbox = sandbox;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.get("faults", call -> show()),
                change("faults", this::arm),
                change("faults/clear", call -> sandbox.clearFaults()),
                change("faults/release", call -> sandbox.release()),
                change("faults/rotate", call -> sandbox.rotateKeys()));
    }

    private static Route change(String path, Consumer<ControlCall> change) {
        return Forms.route(path, change, call -> Section.FAULTS.path());
    }

    private void arm(ControlCall call) {
        sandbox.failNext(OperationNames.read(call.field("operation")), fault(call));
    }

    private static Fault fault(ControlCall call) {
        String id = call.field("fault");
        for (FaultKind kind : FaultKind.ALL) {
            if (kind.id().equals(id)) {
                return kind.fault();
            }
        }
        return FilledFault.valueOf(id).fault(call);
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
                        <p>It applies once, to the next request of the operation.</p>
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
                "<fieldset><legend>With your own values</legend>\n{}</fieldset>\n",
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
        return Forms.options(Arrays.stream(Operation.values())
                .filter(operation -> operation != Operation.PAGE && operation != Operation.UNKNOWN)
                .map(OperationNames::of)
                .sorted());
    }
}

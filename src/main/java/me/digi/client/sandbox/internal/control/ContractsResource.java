package me.digi.client.sandbox.internal.control;

import java.util.List;
import me.digi.client.sandbox.ContractKind;
import me.digi.client.sandbox.ContractView;
import me.digi.client.sandbox.Sandbox;
import me.digi.client.sandbox.internal.document.Names;
import me.digi.client.sandbox.internal.http.Response;
import me.digi.client.sandbox.internal.json.ObjectShape;
import me.digi.client.sandbox.internal.json.Shape;
import me.digi.client.sandbox.internal.state.UnknownException;

/** The contracts, with their redirect URIs and private keys. */
final class ContractsResource implements Resource {
    private static final Shape URIS = Shape.arrayOf(Shape.text());

    private static final ObjectShape CONTRACT = ObjectShape.object()
            .required(
                    "id", Shape.text("[A-Za-z0-9_.-]{1,100}", "1 to 100 letters, digits, dots, dashes and underscores"))
            .required("kind", Names.shape(ContractKind.values()))
            .optional("redirectUris", URIS);

    private static final ObjectShape REDIRECT_URIS = ObjectShape.object().required("redirectUris", URIS);

    private final Sandbox sandbox;

    ContractsResource(Sandbox sandbox) {
        this.sandbox = sandbox;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.get(
                        "contracts",
                        call -> ControlResponse.list("contracts", sandbox.contracts(), Documents::contract)),
                Route.post("contracts", CONTRACT, this::add),
                Route.get("contracts/{contractId}", call -> show(200, call.path("contractId"))),
                Route.get("contracts/{contractId}/key", this::key),
                Route.put("contracts/{contractId}/redirect-uris", REDIRECT_URIS, this::redirectUris));
    }

    private Response add(ControlCall call) {
        String id = call.body().text("id");
        sandbox.addContract(id, Names.read(ContractKind.class, call.body().text("kind")), uris(call));
        return show(201, id);
    }

    private Response key(ControlCall call) {
        return ControlResponse.text(200, "application/x-pem-file", sandbox.privateKeyPem(call.path("contractId")));
    }

    private Response redirectUris(ControlCall call) {
        sandbox.redirectUris(call.path("contractId"), List.of(uris(call)));
        return show(200, call.path("contractId"));
    }

    private Response show(int status, String id) {
        ContractView contract = sandbox.contracts().stream()
                .filter(candidate -> candidate.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new UnknownException("contract", id));
        return ControlResponse.json(status, Documents.contract(contract));
    }

    private static String[] uris(ControlCall call) {
        return call.body().list("redirectUris").stream().map(String.class::cast).toArray(String[]::new);
    }
}

package me.digi.client.sandbox.internal.control;

import java.util.List;
import me.digi.client.sandbox.Sandbox;
import me.digi.client.sandbox.SandboxLibrary;
import me.digi.client.sandbox.internal.http.Response;
import me.digi.client.sandbox.internal.json.ObjectShape;
import me.digi.client.sandbox.internal.json.Shape;

/** The accounts of a user. */
final class AccountsResource implements Resource {
    private static final ObjectShape ACCOUNT = ObjectShape.object()
            .required("sourceId", Shape.wholeNumber(1, Integer.MAX_VALUE))
            .optional("sample", Shape.bool());

    private static final ObjectShape AUTHORIZATION = ObjectShape.object().required("authorized", Shape.bool());

    private final Sandbox sandbox;

    AccountsResource(Sandbox sandbox) {
        this.sandbox = sandbox;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.get("users/{userId}/accounts", call -> list(library(call))),
                Route.post("users/{userId}/accounts", ACCOUNT, this::add),
                Route.delete("users/{userId}/accounts/{accountId}", this::remove),
                Route.put("users/{userId}/accounts/{accountId}/authorization", AUTHORIZATION, this::authorize));
    }

    private Response add(ControlCall call) {
        SandboxLibrary library = library(call);
        library.addAccount(call.body().number("sourceId"), call.isTrue("sample"));
        return list(library);
    }

    private Response remove(ControlCall call) {
        return list(library(call).removeAccount(call.path("accountId")));
    }

    /** An account without authorization fails in every session. */
    private Response authorize(ControlCall call) {
        return list(library(call).authorizeAccount(call.path("accountId"), call.isTrue("authorized")));
    }

    private SandboxLibrary library(ControlCall call) {
        return sandbox.library(call.path("userId"));
    }

    private static Response list(SandboxLibrary library) {
        return ControlResponse.list("accounts", library.accounts());
    }
}

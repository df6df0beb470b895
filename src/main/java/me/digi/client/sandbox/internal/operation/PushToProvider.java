package me.digi.client.sandbox.internal.operation;

import java.util.Map;
import java.util.Set;
import me.digi.client.sandbox.ContractKind;
import me.digi.client.sandbox.Operation;
import me.digi.client.sandbox.ProviderPush;
import me.digi.client.sandbox.internal.json.ObjectShape;
import me.digi.client.sandbox.internal.json.Shape;
import me.digi.client.sandbox.internal.protocol.ApiErrors;
import me.digi.client.sandbox.internal.protocol.ApiOperation;
import me.digi.client.sandbox.internal.protocol.ApiResponse;
import me.digi.client.sandbox.internal.protocol.Call;
import me.digi.client.sandbox.internal.protocol.Endpoint;
import me.digi.client.sandbox.internal.protocol.Rule;
import me.digi.client.sandbox.internal.state.User;

/** Hands a JSON object on to the provider of one of the user's accounts, for contracts that push: FHIR in one version. */
final class PushToProvider implements ApiOperation {
    /** Two names of the same. */
    private static final Set<String> FHIR_VERSIONS = Set.of("stu3", "3.0.2");

    @Override
    public Endpoint endpoint() {
        return new Endpoint(
                Operation.PUSH_TO_PROVIDER, "POST", "permission-access/import/h:accountId/{standard}/{version}");
    }

    @Override
    public ObjectShape claims() {
        return AccessTokens.CLAIMS;
    }

    @Override
    public ObjectShape headers() {
        return Accounts.HEADERS;
    }

    @Override
    public Shape body() {
        return Shape.anyObject();
    }

    @Override
    public ApiResponse respond(Call call) {
        User user = AccessTokens.authorizedUser(call);
        if (call.contract().kind() != ContractKind.PUSH) {
            call.refuse(ApiErrors.wrongContract("a contract that reads cannot push"));
        }
        if (!call.path("standard").equals("fhir") || !FHIR_VERSIONS.contains(call.path("version"))) {
            throw ApiErrors.malformed(
                    Rule.PROVIDER_STANDARD,
                    "the standard must be fhir, and its version stu3 or 3.0.2",
                    call.path("standard") + " " + call.path("version"));
        }
        user.library()
                .push(new ProviderPush(
                        Accounts.named(call, user),
                        call.path("standard"),
                        call.path("version"),
                        call.body().members()));
        return ApiResponse.json(Map.of("status", "accepted"));
    }
}

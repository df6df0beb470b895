package me.digi.client.sandbox.internal.operation;

import me.digi.client.sandbox.Operation;
import me.digi.client.sandbox.internal.jose.ResponseSigner;
import me.digi.client.sandbox.internal.protocol.ApiOperation;
import me.digi.client.sandbox.internal.protocol.ApiResponse;
import me.digi.client.sandbox.internal.protocol.Call;
import me.digi.client.sandbox.internal.protocol.Endpoint;

/** Shows the key that responses are signed with now. */
final class FetchSigningKeys implements ApiOperation {
    private final ResponseSigner signer;

    FetchSigningKeys(ResponseSigner signer) {
        this.signer = signer;
    }

    @Override
    public Endpoint endpoint() {
        return new Endpoint(Operation.FETCH_SIGNING_KEYS, "GET", "jwks/oauth");
    }

    @Override
    public Credentials credentials() {
        return Credentials.NONE;
    }

    @Override
    public ApiResponse respond(Call call) {
        return ApiResponse.json(signer.jwks());
    }
}

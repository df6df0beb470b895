package me.digi.client.sandbox.internal.operation;

import me.digi.client.sandbox.Operation;
import me.digi.client.sandbox.internal.jose.AnswerSigner;
import me.digi.client.sandbox.internal.protocol.Answer;
import me.digi.client.sandbox.internal.protocol.ApiOperation;
import me.digi.client.sandbox.internal.protocol.Call;
import me.digi.client.sandbox.internal.protocol.Endpoint;

/** Shows the key that answers are signed with now. */
final class Jwks implements ApiOperation {
    private final AnswerSigner signer;

    Jwks(AnswerSigner signer) {
        this.signer = signer;
    }

    @Override
    public Endpoint endpoint() {
        return new Endpoint(Operation.JWKS, "GET", "jwks/oauth");
    }

    @Override
    public Credentials credentials() {
        return Credentials.NONE;
    }

    @Override
    public Answer answer(Call call) {
        return Answer.json(signer.jwks());
    }
}

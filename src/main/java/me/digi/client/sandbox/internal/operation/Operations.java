package me.digi.client.sandbox.internal.operation;

import java.util.List;
import me.digi.client.sandbox.internal.jose.AnswerSigner;
import me.digi.client.sandbox.internal.protocol.ApiOperation;

/** All operations. */
public final class Operations {
    private Operations() {}

    public static List<ApiOperation> all(AnswerSigner signer) {
        return List.of(
                new Authorize(),
                new ExchangeCode(),
                new RefreshTokens(),
                new TokenReference(),
                new CreateReference(),
                new Jwks(signer),
                new ListAccounts());
    }
}

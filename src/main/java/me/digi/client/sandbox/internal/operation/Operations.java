package me.digi.client.sandbox.internal.operation;

import java.util.List;
import me.digi.client.sandbox.internal.jose.AnswerSigner;
import me.digi.client.sandbox.internal.protocol.ApiOperation;

/** All operations. */
public final class Operations {
    private Operations() {}

    /**
     * Those under the base URL.
     *
     * @param onboardUrl where the pages are
     */
    public static List<ApiOperation> ofTheApi(AnswerSigner signer, String onboardUrl) {
        return List.of(
                new Authorize(),
                new ExchangeCode(),
                new RefreshTokens(),
                new TokenReference(),
                new CreateReference(),
                new Jwks(signer),
                new ListAccounts(),
                new OpenSession(),
                new ListFiles(),
                ReadFile.content(),
                ReadFile.metadata(),
                new RevokeAccount(onboardUrl),
                new DeleteAccount(),
                new DeleteUser(),
                new PortabilityReport());
    }
}

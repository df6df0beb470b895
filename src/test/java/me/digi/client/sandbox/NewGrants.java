package me.digi.client.sandbox;

import java.util.Objects;
import me.digi.client.auth.ContractDetails;
import me.digi.client.auth.Token;
import me.digi.client.auth.UserAccessToken;

/** Creates many users who have consented, without requests. */
public final class NewGrants {
    private NewGrants() {}

    /** Creates a user, and returns the first pair. */
    public static UserAccessToken pair(Sandbox sandbox, ContractDetails contract) {
        GrantView grant = sandbox.createUser(contract.contractId());
        TokenPair pair = Objects.requireNonNull(grant.live());
        return UserAccessToken.builder()
                .accessToken(Token.of(pair.accessToken(), pair.accessExpiresAt()))
                .refreshToken(Token.of(pair.refreshToken(), pair.refreshExpiresAt()))
                .userId(grant.userId())
                .consentId(grant.consentId())
                .build();
    }
}

package me.digi.client.sandbox;

import java.util.Objects;
import me.digi.client.auth.ContractDetails;
import me.digi.client.auth.Token;
import me.digi.client.auth.UserAccessToken;

/** Users by the thousand, who have consented without a request. */
public final class NewGrants {
    private NewGrants() {}

    /** The first pair of a new user. */
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

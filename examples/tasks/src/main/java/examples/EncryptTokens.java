package examples;

import examples.support.Service;
import java.security.SecureRandom;
import me.digi.client.DigiMe;
import me.digi.client.DigiMeUser;
import me.digi.client.auth.UserAccessToken;
import me.digi.client.store.EncryptingTokenStore;
import me.digi.client.store.InMemoryTokenStore;
import me.digi.client.store.TokenKeys;
import me.digi.client.store.TokenStore;

/**
 * Encrypts users' tokens before they reach a store: here one in memory; files or a database work in the same way. Keys have
 * ids, so that they can be rotated.
 *
 * <p>Arguments: {@code [token.json]}.
 */
public final class EncryptTokens {
    public static void main(String[] args) throws Exception {
        byte[] key = new byte[32]; // An application reads it from its key management.
        new SecureRandom().nextBytes(key);
        TokenKeys keys = TokenKeys.builder().current("2026-11", key).build();
        TokenStore inner = new InMemoryTokenStore();

        try (Service service = Service.fromVariables();
                DigiMe digiMe = service.connect()
                        .tokenStore(new EncryptingTokenStore(inner, keys))
                        .build()) {
            UserAccessToken token = service.token(service.contract(), args);
            DigiMeUser user = service.takeOver(digiMe, service.contract(), token, args);
            service.saveAtClose(user, args);

            System.out.println(
                    "The user has " + user.listAccounts().size() + " accounts. What is stored of their token:");
            System.out.println(inner.load(user.loadTokenStatus().grant()).content());
        }
    }
}

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
 * Encrypts users' tokens before a store gets to see them: one in memory here, and files or a database in the same way.
 * Keys have ids, so that they can be changed.
 *
 * <p>Arguments: {@code [token.json]}.
 */
public final class EncryptTokens {
    public static void main(String[] args) throws Exception {
        byte[] key = new byte[32]; // In an application it comes from the key management.
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

            System.out.println("The user has " + user.accounts().size() + " accounts. What is stored of their token:");
            System.out.println(inner.load(user.tokenStatus().grant()).content());
        }
    }
}

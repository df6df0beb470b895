package examples;

import examples.support.Service;
import java.nio.file.Path;
import me.digi.client.auth.RefreshResult;
import me.digi.client.auth.RefreshResult.Reauthorize;
import me.digi.client.auth.RefreshResult.Refreshed;
import me.digi.client.auth.UserAccessToken;

/**
 * Refreshes a token without {@code DigiMeUser}, for applications that store tokens themselves.
 *
 * <p>Arguments: {@code [token.json]}.
 */
public final class RefreshByHand {
    public static void main(String[] args) throws Exception {
        try (Service service = Service.fromVariables()) {
            UserAccessToken token = service.token(service.contract(), args);

            RefreshResult result = service.digiMe().refreshToken(service.contract(), token);
            if (result instanceof Refreshed refreshed) {
                // Before anything else can fail: the old pair is no longer valid.
                Path file = service.save(refreshed.token(), args);
                System.out.println("The new pair is in " + file + ", and is valid until "
                        + refreshed.token().accessToken().expiresAt());
            } else if (result instanceof Reauthorize reauthorize) {
                throw new IllegalStateException("The user has to consent again, see Reauthorize: " + reauthorize);
            }
        }
    }
}

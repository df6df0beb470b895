package examples;

import examples.support.Service;
import me.digi.client.DigiMe;
import me.digi.client.DigiMeUser;
import me.digi.client.auth.UserAccessToken;
import me.digi.client.diagnostics.TokenEvent;
import me.digi.client.diagnostics.TokenListener;
import me.digi.client.diagnostics.TokenStatus;

/**
 * Is called for every new token pair, every refresh event, and every user who has to consent again.
 *
 * <p>Arguments: {@code [token.json]}.
 */
public final class ListenToTokens {
    public static void main(String[] args) throws Exception {
        TokenListener listener = event -> {
            if (event instanceof TokenEvent.Changed changed) {
                System.out.println("A new pair, " + changed.origin() + ": " + changed.token());
            } else if (event instanceof TokenEvent.ReauthorizationNeeded needed) {
                System.out.println(needed.grant().userKey() + " has to consent again: " + needed.reauthorize());
            } else {
                System.out.println(event);
            }
        };
        try (Service service = Service.fromVariables();
                DigiMe digiMe = service.connect().tokenListener(listener).build()) {
            UserAccessToken token = service.token(service.contract(), args);
            DigiMeUser user = service.takeOver(digiMe, service.contract(), token, args);
            service.saveAtClose(user, args);

            user.refresh();
            TokenStatus status = user.loadTokenStatus();
            System.out.println("The token is " + status.state() + " until " + status.accessTokenExpiresAt());
        }
    }
}

package examples;

import examples.support.Service;
import java.time.Duration;
import me.digi.client.DigiMeUser;
import me.digi.client.read.Last;
import me.digi.client.read.Scope;
import me.digi.client.read.Session;
import me.digi.client.read.SessionOptions;
import me.digi.client.read.TimeRange;

/**
 * Opens a session that reads only the data of the last six months, and lets digi.me fetch for at most a minute.
 *
 * <p>Arguments: {@code [token.json]}.
 */
public final class LimitSession {
    public static void main(String[] args) throws Exception {
        SessionOptions options = SessionOptions.builder()
                .scope(Scope.builder()
                        .addTimeRanges(TimeRange.last(Last.months(6)))
                        .build())
                .sourceFetchLimit(Duration.ofMinutes(1))
                .build();
        try (Service service = Service.fromVariables()) {
            DigiMeUser user = service.user(service.contract(), args);
            Session session = user.startSession(options);
            System.out.println(user.files(session).list().files().size() + " files until " + session.expiresAt());
        }
    }
}

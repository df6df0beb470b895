package examples;

import examples.support.Service;
import me.digi.client.DigiMe;
import me.digi.client.diagnostics.RequestLogger;

/**
 * Logs each request: what an operator needs to know, without secrets.
 *
 * <p>No arguments.
 */
public final class LogRequests {
    public static void main(String[] args) throws Exception {
        RequestLogger logger = event -> System.out.printf(
                "%s %s, attempt %s: %s in %s ms%n",
                event.method(),
                event.pathTemplate(),
                event.attempt(),
                event.status() == null ? event.failure() : event.status(),
                event.duration().toMillis());
        try (Service service = Service.fromVariables();
                DigiMe digiMe = service.connect().logger(logger).build()) {
            System.out.println(digiMe.describeContract(service.contract()).type());
        }
    }
}

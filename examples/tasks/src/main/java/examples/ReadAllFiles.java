package examples;

import examples.support.Service;
import me.digi.client.DigiMeUser;
import me.digi.client.read.ReadAllSummary;

/**
 * Reads all files, several at a time, and passes each to a handler, until digi.me has fetched everything. The summary
 * says what was read, and what failed and why.
 *
 * <p>Arguments: {@code [token.json]}.
 */
public final class ReadAllFiles {
    public static void main(String[] args) throws Exception {
        try (Service service = Service.fromVariables()) {
            DigiMeUser user = service.user(service.contract(), args);

            ReadAllSummary summary = user.files(user.startSession())
                    .readAll(file -> System.out.println(file.name() + ": " + file.readBytes().length + " bytes"));

            summary.failures()
                    .forEach(failure -> System.out.println(failure.entry().name() + ": " + failure.cause()));
            if (!summary.isComplete()) {
                // Files that failed, or accounts from which digi.me could not fetch everything.
                System.out.println("Not everything is here: " + summary.end() + ", " + summary.accounts());
            }
            System.out.printf("%s files, %s bytes%n", summary.files().size(), summary.bytes());
        }
    }
}

package examples;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import me.digi.client.DigiMe;
import me.digi.client.DigiMeUser;
import me.digi.client.auth.ContractDetails;
import me.digi.client.auth.UserAccessToken;
import me.digi.client.read.ReadAllOptions;

/**
 * Where an example runs: against a sandbox of its own, or against the service that these variables name.
 *
 * <ul>
 *   <li>{@code DIGIME_APPLICATION_ID}, {@code DIGIME_CONTRACT_ID}, {@code DIGIME_PRIVATE_KEY_FILE}: from digi.me; with
 *       these set, the sandbox is left out
 *   <li>{@code DIGIME_BASE_URL}, {@code DIGIME_ONBOARD_URL}, {@code DIGIME_CLOUD_URL}: digi.me's own unless set
 *   <li>{@code DIGIME_CALLBACK}: a callback of the contract on this machine; {@code http://localhost:8765/callback}
 *       unless set
 * </ul>
 */
interface Service extends AutoCloseable {
    /** What the variables say. */
    static Service fromVariables() throws IOException {
        return System.getenv("DIGIME_APPLICATION_ID") == null
                ? new SandboxService()
                : new RemoteService(System.getenv());
    }

    /** A client that is set up for the service. */
    DigiMe.Builder connect();

    /** The contract that the example works under. */
    ContractDetails contract();

    /** Where the user's browser comes back to. */
    String callback();

    /** Sends the user to a page and gives back the callback's address that the browser came back with. */
    String visit(URI page) throws IOException, InterruptedException;

    /** How patiently all files are read. */
    default ReadAllOptions readAllOptions() {
        return ReadAllOptions.defaults();
    }

    /**
     * Ends the life of the user's access token: where that cannot be done, and nobody wants to wait for a day, by
     * replacing it.
     */
    default void endAccessToken(DigiMeUser user) {
        user.refresh();
    }

    /** Keeps the newest token, for the owner of this process alone. */
    default Path save(UserAccessToken token) throws IOException {
        return TokenFile.save(token);
    }

    @Override
    void close();
}

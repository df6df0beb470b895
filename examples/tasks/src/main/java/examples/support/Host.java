package examples.support;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import me.digi.client.DigiMe;
import me.digi.client.DigiMeUser;
import me.digi.client.auth.ContractDetails;
import me.digi.client.read.ReadAllOptions;

/** A digi.me to run against. */
interface Host extends AutoCloseable {
    /** A client for it, which stores token pairs in the directory if they must outlive the example. */
    DigiMe.Builder connect(Path directory);

    ContractDetails contract(ContractKind kind) throws IOException;

    String redirectUri();

    /** Sends a person to the page, and returns the callback. */
    String visit(URI page) throws IOException, InterruptedException;

    /** The default file of a token. */
    Path newTokenFile(Path directory);

    /** Whether tokens outlive the example. */
    boolean isLasting();

    ReadAllOptions readAllOptions(DigiMeUser user);

    void endAccessToken(DigiMeUser user);

    @Override
    void close();
}

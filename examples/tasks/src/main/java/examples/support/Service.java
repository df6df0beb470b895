package examples.support;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import me.digi.client.DigiMe;
import me.digi.client.DigiMeUser;
import me.digi.client.auth.AuthorizationRequest;
import me.digi.client.auth.Authorized;
import me.digi.client.auth.ConsentResult;
import me.digi.client.auth.ContractDetails;
import me.digi.client.auth.PendingConsent;
import me.digi.client.auth.TakeOver;
import me.digi.client.auth.UserAccessToken;
import me.digi.client.read.ReadAllOptions;
import org.jspecify.annotations.Nullable;

/**
 * Where an example runs: against its own sandbox, or against the service that these variables name. Each may also be a
 * system property of the same name.
 *
 * <ul>
 *   <li>{@code DIGIME_APPLICATION_ID}, {@code DIGIME_CONTRACT_ID}, {@code DIGIME_PRIVATE_KEY_FILE}: from digi.me. If one
 *       of the first two or {@code DIGIME_BASE_URL} is set, no sandbox is started
 *   <li>{@code DIGIME_WRITE_CONTRACT_ID}, {@code DIGIME_WRITE_PRIVATE_KEY_FILE}: a contract that pushes. Default: the one
 *       above
 *   <li>{@code DIGIME_RAW_CONTRACT_ID}, {@code DIGIME_RAW_PRIVATE_KEY_FILE}: a contract that reads pushed files back.
 *       Default: the first one
 *   <li>{@code DIGIME_BASE_URL}, {@code DIGIME_ONBOARD_URL}, {@code DIGIME_CLOUD_URL}. Default: those of digi.me
 *   <li>{@code DIGIME_REDIRECT_URI}: registered in the contracts, and on this machine. Default:
 *       {@code http://localhost:8765/callback}
 *   <li>{@code DIGIME_DIRECTORY}: where tokens are stored. Default: the working directory
 * </ul>
 */
public final class Service implements AutoCloseable {
    private final Host host;
    private final Path directory;
    private final List<UserWithFile> users = new ArrayList<>();
    private @Nullable DigiMe digiMe;
    private @Nullable TokenFile newTokenFile;

    private Service(Host host, Path directory) {
        this.host = host;
        this.directory = directory;
    }

    /** The service that the variables name, or a sandbox. */
    public static Service fromVariables() {
        Variables variables = Variables.ofThisProcess();
        boolean remote = Stream.of("DIGIME_APPLICATION_ID", "DIGIME_CONTRACT_ID", "DIGIME_BASE_URL")
                .anyMatch(name -> variables.find(name) != null);
        return new Service(
                remote ? new RemoteHost(variables) : new SandboxHost(), Path.of(variables.get("DIGIME_DIRECTORY", "")));
    }

    /** A client for the service, which is closed with it. */
    public DigiMe digiMe() {
        if (digiMe == null) {
            digiMe = connect().build();
        }
        return digiMe;
    }

    /** A builder of a client for the service, for an example that shows a setting. */
    public DigiMe.Builder connect() {
        return host.connect(directory);
    }

    /** A contract that reads. */
    public ContractDetails contract() throws IOException {
        return host.contract(ContractKind.READ);
    }

    /** A contract that pushes. */
    public ContractDetails writeContract() throws IOException {
        return host.contract(ContractKind.WRITE);
    }

    /** A contract that reads pushed files back. */
    public ContractDetails rawContract() throws IOException {
        return host.contract(ContractKind.RAW);
    }

    /** Where the user's browser returns to. */
    public String redirectUri() {
        return host.redirectUri();
    }

    /** Where an example may save something. */
    public Path directory() {
        return directory;
    }

    /** Sends the user to a page, and returns the URI that the browser returned to. */
    public String visit(URI page) throws IOException, InterruptedException {
        System.out.println("The user's browser goes to this page:");
        return host.visit(page);
    }

    /**
     * The user whose token is in the file that the first argument names; without one, or if it is a dash, a user who
     * consents now. A token that was refreshed meanwhile is in that file when this is closed.
     */
    public DigiMeUser user(ContractDetails contract, String... args) throws IOException, InterruptedException {
        DigiMeUser user = known(contract, args);
        saveAtClose(user, args);
        return user;
    }

    /** Saves this user's newest token in the file that the first argument names when this is closed. */
    public void saveAtClose(DigiMeUser user, String... args) {
        if (host.isLasting()) {
            users.add(new UserWithFile(user, tokenFile(args)));
        }
    }

    /** The token of such a user, for an example that stores it itself. */
    public UserAccessToken token(ContractDetails contract, String... args) throws IOException, InterruptedException {
        return known(contract, args).loadToken();
    }

    private DigiMeUser known(ContractDetails contract, String... args) throws IOException, InterruptedException {
        if (namesToken(args)) {
            UserAccessToken token = host.isLasting() ? tokenFile(args).read() : noTokenInTheSandbox(args[0]);
            return takeOver(digiMe(), contract, token, args);
        }
        System.out.println("A user is asked to consent.");
        DigiMeUser user = signIn(contract, digiMe().authorize(contract), args);
        if (host.isLasting()) {
            System.out.println("The user's token is in " + save(user.loadToken(), args)
                    + ": name it as the first argument next time.");
        }
        return user;
    }

    /** The user of this token pair, or of a newer one that is in the client's store because an example was killed. */
    public DigiMeUser takeOver(DigiMe client, ContractDetails contract, UserAccessToken token, String... args) {
        TakeOver result = client.takeOver(contract, userKey(args), token);
        if (result instanceof TakeOver.OtherUser || result instanceof TakeOver.Undecided) {
            throw new IllegalStateException(
                    "The token store has another pair for " + userKey(args) + " that may be newer: " + result);
        }
        return client.user(contract, userKey(args));
    }

    /**
     * Asks a user to consent with this request, and signs them in; {@code Authorize} shows each step. The first argument
     * names the user's token file.
     */
    public DigiMeUser signIn(ContractDetails contract, AuthorizationRequest request, String... args)
            throws IOException, InterruptedException {
        PendingConsent pending = request.redirectUri(redirectUri()).start();
        ConsentResult result = pending.read(visit(pending.url()));
        if (result instanceof Authorized consent) {
            return digiMe().signIn(contract, userKey(args), consent).user();
        }
        throw new IllegalStateException("The user did not consent: " + result);
    }

    /** An application's own name for the user: here, the name of the file with the user's token. */
    public String userKey(String... args) {
        return tokenFile(args).path().getFileName().toString();
    }

    /** Saves a token, readable by the owner of this process only, in the file that the first argument names, or a new one. */
    public Path save(UserAccessToken token, String... args) throws IOException {
        TokenFile file = tokenFile(args);
        file.write(token);
        return file.path();
    }

    /** Rejects arguments that do not name what to delete. In the sandbox, it is the example's own. */
    public void requireNamed(String usage, String... args) {
        int wanted = usage.split(" ", -1).length;
        if (host.isLasting() && args.length < wanted) {
            throw new IllegalArgumentException("This cannot be undone, so name what to delete. Arguments: " + usage);
        }
    }

    /** The options with which all of the user's files are read. */
    public ReadAllOptions readAllOptions(DigiMeUser user) {
        return host.readAllOptions(user);
    }

    /**
     * Makes the user's access token invalid: in the sandbox it expires, and elsewhere, where that would take a day, it is
     * replaced.
     */
    public void endAccessToken(DigiMeUser user) {
        host.endAccessToken(user);
    }

    @Override
    public void close() throws IOException {
        try (host) {
            if (digiMe != null) {
                digiMe.close();
            }
            for (UserWithFile user : users) {
                user.settle();
            }
        }
    }

    private TokenFile tokenFile(String... args) {
        if (namesToken(args)) {
            return new TokenFile(Path.of(args[0]));
        }
        if (newTokenFile == null) {
            newTokenFile = new TokenFile(host.newTokenFile(directory));
        }
        return newTokenFile;
    }

    private static boolean namesToken(String... args) {
        return args.length > 0 && !args[0].equals("-");
    }

    private static UserAccessToken noTokenInTheSandbox(String name) {
        throw new IllegalArgumentException("The sandbox is new and knows no token: leave " + name
                + " out, put a - in its place, or set DIGIME_APPLICATION_ID and the other variables.");
    }
}

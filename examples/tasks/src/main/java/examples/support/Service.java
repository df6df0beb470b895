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
 * Where an example runs: against a sandbox of its own, or against the service that these variables name. Each may also
 * be a system property of the same name.
 *
 * <ul>
 *   <li>{@code DIGIME_APPLICATION_ID}, {@code DIGIME_CONTRACT_ID}, {@code DIGIME_PRIVATE_KEY_FILE}: from digi.me; with
 *       the first of them set, the sandbox is left out
 *   <li>{@code DIGIME_WRITE_CONTRACT_ID}, {@code DIGIME_WRITE_PRIVATE_KEY_FILE}: a contract that pushes; the one above
 *       unless set
 *   <li>{@code DIGIME_RAW_CONTRACT_ID}, {@code DIGIME_RAW_PRIVATE_KEY_FILE}: a contract that reads pushed files back;
 *       the first one unless set
 *   <li>{@code DIGIME_BASE_URL}, {@code DIGIME_ONBOARD_URL}, {@code DIGIME_CLOUD_URL}: digi.me's own unless set
 *   <li>{@code DIGIME_REDIRECT_URI}: registered in the contracts, and on this machine; {@code http://localhost:8765/callback}
 *       unless set
 *   <li>{@code DIGIME_DIRECTORY}: where tokens are kept; the working directory unless set
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

    /** What the variables say. */
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

    /** What builds a client for the service, with settings that an example wants to show. */
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

    /** Where the user's browser comes back to. */
    public String redirectUri() {
        return host.redirectUri();
    }

    /** Where an example may keep something. */
    public Path directory() {
        return directory;
    }

    /** Sends the user to a page and returns the URI that the browser came back to. */
    public String visit(URI page) throws IOException, InterruptedException {
        System.out.println("The user's browser goes to this page:");
        return host.visit(page);
    }

    /**
     * The user whose token is in the file that the first argument names; without one, or if it is a dash, a user who
     * consents now. A token that is refreshed on the way is in that file again when this is closed.
     */
    public DigiMeUser user(ContractDetails contract, String... args) throws IOException, InterruptedException {
        DigiMeUser user = known(contract, args);
        saveAtClose(user, args);
        return user;
    }

    /** Has this user's newest token, too, in the file that the first argument names when this is closed. */
    public void saveAtClose(DigiMeUser user, String... args) {
        if (host.isLasting()) {
            users.add(new UserWithFile(user, tokenFile(args)));
        }
    }

    /** The token of such a user, for an example that looks after it by itself. */
    public UserAccessToken token(ContractDetails contract, String... args) throws IOException, InterruptedException {
        return known(contract, args).token();
    }

    private DigiMeUser known(ContractDetails contract, String... args) throws IOException, InterruptedException {
        if (namesToken(args)) {
            UserAccessToken token = host.isLasting() ? tokenFile(args).read() : noTokenInTheSandbox(args[0]);
            return takeOver(digiMe(), contract, token, args);
        }
        System.out.println("A user is asked to consent.");
        DigiMeUser user = signIn(contract, digiMe().authorize(contract), args);
        if (host.isLasting()) {
            System.out.println("The user's token is in " + save(user.token(), args)
                    + ": name it as the first argument next time.");
        }
        return user;
    }

    /** The user of this token pair, or of a newer one that an example which was killed has left in the client's store. */
    public DigiMeUser takeOver(DigiMe client, ContractDetails contract, UserAccessToken token, String... args) {
        TakeOver result = client.takeOver(contract, userKey(args), token);
        if (result instanceof TakeOver.OtherUser || result instanceof TakeOver.Undecided) {
            throw new IllegalStateException(
                    "The token store has another pair for " + userKey(args) + " that may be newer: " + result);
        }
        return client.user(contract, userKey(args));
    }

    /**
     * Asks a user to consent as this request has it, and signs them in; {@code Authorize} shows each step. What the first
     * argument names is the user's token file.
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

    /** An application has names of its own for its users; here it is the name of the file with the user's token. */
    public String userKey(String... args) {
        return tokenFile(args).path().getFileName().toString();
    }

    /** Keeps a token, for the owner of this process alone: in the file that the first argument names, or a new one. */
    public Path save(UserAccessToken token, String... args) throws IOException {
        TokenFile file = tokenFile(args);
        file.write(token);
        return file.path();
    }

    /** Whoever deletes somebody's data has to say which. In the sandbox it is the example's own. */
    public void requireNamed(String usage, String... args) {
        int wanted = usage.split(" ", -1).length;
        if (host.isLasting() && args.length < wanted) {
            throw new IllegalArgumentException(
                    "This deletes something for good, so it wants to be told what. Arguments: " + usage);
        }
    }

    /** How patiently all of the user's files are read. */
    public ReadAllOptions readAllOptions(DigiMeUser user) {
        return host.readAllOptions(user);
    }

    /**
     * Ends the life of the user's access token: where that cannot be done, and nobody wants to wait for a day, by
     * replacing it.
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

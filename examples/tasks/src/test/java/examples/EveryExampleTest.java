package examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import me.digi.client.auth.UserAccessToken;
import me.digi.client.error.ApiException;
import me.digi.client.sandbox.Operation;
import me.digi.client.sandbox.RecordedRequest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each example succeeds against the sandbox and against another server, and saves only valid tokens. */
@Timeout(120)
@TestMethodOrder(OrderAnnotation.class)
class EveryExampleTest {
    /** Requests of an example that fail on purpose. */
    private static final Map<String, String> PROVOKED = Map.of("Quickstart", ".* InvalidToken");

    private static final Set<String> ran = new TreeSet<>();
    private static final Set<Operation> called = EnumSet.noneOf(Operation.class);
    private static AnotherServer server;

    @TempDir
    Path directory;

    @BeforeAll
    static void start() {
        // No page is opened on the desktop.
        System.setProperty("java.awt.headless", "true");
        server = new AnotherServer();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    static List<String> names() throws IOException {
        return ExampleFiles.names();
    }

    @ParameterizedTest
    @MethodSource("names")
    void succeedsAgainstTheSandbox(String name) throws Exception {
        String printed = ExampleRun.of(name, Map.of("DIGIME_DIRECTORY", directory.toString()), List.of());
        assertThat(RepeatedLines.in(printed)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("names")
    void succeedsAgainstAnotherServerAndLeavesOnlyValidTokens(String name) throws Exception {
        List<String> arguments = server.arguments(ExampleFiles.arguments(name), directory);
        server.requests().clear();

        ExampleRun.of(name, server.variables(directory), arguments);

        ran.add(name);
        server.requests().all().stream().map(RecordedRequest::operation).forEach(called::add);
        assertThat(server.failed()).allMatch(request -> request.matches(PROVOKED.getOrDefault(name, "nothing")));
        for (UserAccessToken token : tokensIn(directory)) {
            assertThat(server.isLive(token)).as("the token that is saved").isTrue();
        }
        assertThat(Files.exists(directory.resolve("token.json")))
                .isEqualTo(
                        arguments.contains(directory.resolve("token.json").toString()) && !name.equals("DeleteUser"));
    }

    @Test
    @Order(Integer.MAX_VALUE)
    void togetherTheyCallEveryOperation() throws Exception {
        assumeThat(ran).as("all examples ran").containsAll(names());
        List<String> file = server.arguments("storage-id path", directory);
        String folder = file.get(1).substring(0, file.get(1).lastIndexOf('/') + 1);
        ExampleRun.of("DeleteFromStorage", server.variables(directory), List.of(file.get(0), folder));
        server.requests().all().stream().map(RecordedRequest::operation).forEach(called::add);
        assertThat(called).containsExactlyInAnyOrderElementsOf(EnumSet.complementOf(EnumSet.of(Operation.UNKNOWN)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ReadAccounts", "PushToLibrary", "ReadPushedFiles"})
    void withoutATokenTheUserConsentsAndTheTokenIsSavedInANewFile(String name) throws Exception {
        Map<String, String> variables = server.variables(directory);
        ExampleRun.of(name, variables, List.of());
        ExampleRun.of(name, variables, List.of("-"));
        assertThat(tokensIn(directory)).hasSize(2).allMatch(server::isLive);
    }

    @ParameterizedTest
    @ValueSource(strings = {"DeleteAccount", "DeleteUser", "DeleteFromStorage"})
    void onlyWhatIsNamedIsDeleted(String name) throws IOException {
        server.requests().clear();
        assertThatThrownBy(() -> ExampleRun.of(name, server.variables(directory), List.of()))
                .hasRootCauseMessage(
                        "This cannot be undone, so name what to delete. Arguments: " + ExampleFiles.arguments(name));
        assertThat(server.requests().all()).isEmpty();
    }

    @Test
    void refreshedTokenIsSavedThoughTheExampleFails() throws Exception {
        List<String> arguments = server.arguments("token.json", directory);
        assertThatThrownBy(() -> ExampleRun.of(
                        "DeleteAccount", server.variables(directory), List.of(arguments.get(0), "no-such-account")))
                .hasRootCauseInstanceOf(ApiException.class);
        assertThat(tokensIn(directory)).singleElement().matches(server::isLive);
    }

    @Test
    void missingVariablesAreNamed() throws Exception {
        assertThatThrownBy(() -> ExampleRun.of("ReadAccounts", Map.of("DIGIME_CONTRACT_ID", "any"), List.of()))
                .hasRootCauseMessage("DIGIME_APPLICATION_ID is not set");
        assertThatThrownBy(() -> ExampleRun.of("ReadAccounts", Map.of(), List.of("token.json")))
                .rootCause()
                .hasMessageContaining("The sandbox is new");
    }

    private static List<UserAccessToken> tokensIn(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.getFileName().toString().matches(".*token.*\\.json"))
                    .map(EveryExampleTest::read)
                    .toList();
        }
    }

    private static UserAccessToken read(Path file) {
        try {
            return UserAccessToken.fromJson(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

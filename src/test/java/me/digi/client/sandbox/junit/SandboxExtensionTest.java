package me.digi.client.sandbox.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.testkit.engine.EventConditions.finishedWithFailure;
import static org.junit.platform.testkit.engine.TestExecutionResultConditions.instanceOf;
import static org.junit.platform.testkit.engine.TestExecutionResultConditions.message;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import me.digi.client.DigiMeUser;
import me.digi.client.sandbox.Sandbox;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;

/** What {@link SandboxExtension} provides to test classes of each kind, and how it cleans up. */
class SandboxExtensionTest {
    private static final String ALL = "SandboxExtension supports: Sandbox, SandboxClock, DigiMe, ContractDetails,"
            + " UserAccessToken, DigiMeUser.";

    static final List<Sandbox> sandboxes = new CopyOnWriteArrayList<>();
    static final List<DigiMeUser> users = new CopyOnWriteArrayList<>();

    @BeforeEach
    void forget() {
        sandboxes.clear();
        users.clear();
    }

    @Test
    void constructorsTestsAndLifecycleMethodsCanHaveParameters() {
        EngineExecutionResults run = run(ExtendedClasses.Everything.class);
        run.testEvents().assertStatistics(tests -> tests.succeeded(1).failed(0));
    }

    @Test
    void nestedClassesShareTheSandboxWhichIsClosedAtTheEnd() {
        allSucceed(run(ExtendedClasses.Outer.class), 4);
        assertThat(Set.copyOf(sandboxes)).hasSize(1);
        assertClosed();
    }

    @Test
    void anotherClassHasAnotherSandbox() {
        allSucceed(run(ExtendedClasses.Everything.class), 1);
        allSucceed(run(ExtendedClasses.Everything.class), 1);
        assertThat(Set.copyOf(sandboxes)).hasSize(2);
    }

    @Test
    void eachTestHasItsOwnUserAndNoFaultsOrRequestsOfOthers() {
        allSucceed(run(ExtendedClasses.Untidy.class), 3);
        assertThat(users).extracting(user -> user.loadToken().userId()).doesNotHaveDuplicates();
    }

    @Test
    void constructorHasTheUserOfItsTest() {
        allSucceed(run(ExtendedClasses.UserInConstructor.class), 2);
        assertThat(users)
                .extracting(user -> user.loadToken().userId())
                .hasSize(2)
                .doesNotHaveDuplicates();
    }

    @Test
    void userOfTheClassIsTheUserOfItsTests() {
        allSucceed(run(ExtendedClasses.OneInstance.class), 2);
        allSucceed(run(ExtendedClasses.UserBeforeAll.class), 2);
        assertThat(users).extracting(user -> user.loadToken().userId()).hasSize(4);
        assertThat(users.stream().map(user -> user.loadToken().userId()).distinct())
                .hasSize(2);
    }

    @Test
    void builderConfiguresSandboxAndClient() {
        allSucceed(run(ExtendedClasses.SetUp.class), 1);
    }

    @Test
    void extensionInAnInstanceFieldStartsASandboxForEachTest() {
        allSucceed(run(ExtendedClasses.InstanceField.class), 2);
        assertThat(Set.copyOf(sandboxes)).hasSize(2);
        assertClosed();
    }

    @Test
    void annotationIsInheritedAndComposed() {
        allSucceed(run(ExtendedClasses.Inherits.class), 1);
        allSucceed(run(ExtendedClasses.Composed.class), 1);
    }

    @ParameterizedTest
    @ValueSource(
            classes = {
                ExtendedClasses.UnknownInTest.class,
                ExtendedClasses.UnknownInBeforeEach.class,
                ExtendedClasses.UnknownInAfterEach.class
            })
    void unknownParameterOfATestIsReportedWithTheSupportedTypes(Class<?> type) {
        run(type)
                .testEvents()
                .assertThatEvents()
                .haveExactly(
                        1,
                        finishedWithFailure(
                                instanceOf(ParameterResolutionException.class),
                                message(text ->
                                        text.contains("me.digi.client.store.TokenStore") && text.endsWith(ALL))));
    }

    @ParameterizedTest
    @ValueSource(classes = {ExtendedClasses.UnknownInBeforeAll.class, ExtendedClasses.UnknownInAfterAll.class})
    void unknownParameterOfAClassIsReportedWithTheSupportedTypes(Class<?> type) {
        run(type)
                .containerEvents()
                .assertThatEvents()
                .haveExactly(
                        1,
                        finishedWithFailure(
                                instanceOf(ParameterResolutionException.class),
                                message(text -> text.contains("java.lang.String") && text.endsWith(ALL))));
    }

    @Test
    void otherExtensionsMaySupplyOtherTypesOfThisLibrary() {
        allSucceed(run(ExtendedClasses.WithAnotherExtension.class), 1);
    }

    @Test
    void failuresOfTestsArePassedOnAsTheyAre() {
        run(ExtendedClasses.Fails.class)
                .testEvents()
                .assertThatEvents()
                .haveExactly(
                        1,
                        finishedWithFailure(
                                instanceOf(IllegalStateException.class), message("the test's own failure")));
    }

    @Test
    void clientThatCannotBeConfiguredFailsTheClassAndNothingStaysOpen() {
        run(ExtendedClasses.BadSetUp.class)
                .containerEvents()
                .assertThatEvents()
                .haveExactly(
                        1, finishedWithFailure(instanceOf(IllegalArgumentException.class), message("no such setting")));
        assertThat(accepts(ExtendedClasses.BadSetUp.PORT)).isFalse();
    }

    private static EngineExecutionResults run(Class<?> type) {
        return EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(type))
                .execute();
    }

    /** Clients reject calls, and nothing listens on the ports of the sandboxes. */
    private static void assertClosed() {
        assertThat(users)
                .isNotEmpty()
                .allSatisfy(user -> assertThatThrownBy(user::listAccounts).isInstanceOf(IllegalStateException.class));
        assertThat(sandboxes)
                .isNotEmpty()
                .noneMatch(sandbox -> accepts(sandbox.environment().baseUrl().getPort()));
    }

    private static boolean accepts(int port) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    private static void allSucceed(EngineExecutionResults run, int tests) {
        assertThat(run.allEvents().failed().stream().map(Event::getPayload)).isEmpty();
        assertThat(run.testEvents().succeeded().count()).isEqualTo(tests);
    }
}

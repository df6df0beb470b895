package me.digi.client.sandbox.junit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import me.digi.client.DigiMe;
import me.digi.client.DigiMeUser;
import me.digi.client.auth.ContractDetails;
import me.digi.client.auth.UserAccessToken;
import me.digi.client.diagnostics.RequestEvent;
import me.digi.client.sandbox.CannedResponse;
import me.digi.client.sandbox.Operation;
import me.digi.client.sandbox.Sandbox;
import me.digi.client.sandbox.SandboxClock;
import me.digi.client.store.InMemoryTokenStore;
import me.digi.client.store.TokenStore;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Test classes that {@link SandboxExtensionTest} runs. They are nested, so that they are not found as tests. */
final class ExtendedClasses {
    private ExtendedClasses() {}

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void note(Sandbox sandbox, DigiMeUser user) {
        SandboxExtensionTest.sandboxes.add(sandbox);
        SandboxExtensionTest.users.add(user);
    }

    @SandboxTest
    static class Everything {
        private final List<UserAccessToken> tokens = new ArrayList<>();

        Everything(Sandbox sandbox, DigiMeUser user) {
            note(sandbox, user);
            tokens.add(user.loadToken());
        }

        @BeforeAll
        static void beforeAll(Sandbox sandbox, DigiMe digiMe, ContractDetails contract) {
            assertThat(digiMe.describeContract(contract).id())
                    .isEqualTo(sandbox.contract().contractId());
        }

        @BeforeEach
        void beforeEach(UserAccessToken token) {
            tokens.add(token);
        }

        @Test
        void test(
                Sandbox sandbox,
                SandboxClock clock,
                DigiMe digiMe,
                ContractDetails contract,
                UserAccessToken token,
                DigiMeUser user) {
            tokens.add(token);
            assertThat(clock).isSameAs(sandbox.clock());
            assertThat(contract).isEqualTo(sandbox.contract());
            assertThat(digiMe.user(contract, token.userId()).loadToken()).isEqualTo(user.loadToken());
            clock.advance(Duration.ofDays(2));
            assertThat(user.listAccounts()).hasSize(3);
        }

        @AfterEach
        void afterEach(UserAccessToken token) {
            tokens.add(token);
            assertThat(tokens).hasSize(4).containsOnly(token);
        }

        @AfterAll
        static void afterAll(DigiMeUser user) {
            assertThat(user.listAccounts()).hasSize(3);
        }
    }

    @SandboxTest
    static class Outer {
        @Test
        void test(Sandbox sandbox, DigiMeUser user) {
            note(sandbox, user);
        }

        @Nested
        class Inner {
            @Test
            void test(Sandbox sandbox, DigiMeUser user) {
                note(sandbox, user);
            }

            @Nested
            @TestInstance(Lifecycle.PER_CLASS)
            class Innermost {
                Innermost(Sandbox sandbox, DigiMeUser user) {
                    note(sandbox, user);
                }

                @RepeatedTest(2)
                void test(Sandbox sandbox, DigiMeUser user) {
                    note(sandbox, user);
                    assertThat(user.listAccounts()).hasSize(3);
                }
            }
        }
    }

    @SandboxTest
    static class Untidy {
        @RepeatedTest(3)
        void leavesFaultsAndRequests(Sandbox sandbox, DigiMeUser user) {
            note(sandbox, user);
            assertThat(sandbox.requests().count(Operation.LIST_ACCOUNTS)).isZero();
            assertThat(user.listAccounts()).hasSize(3);
            sandbox.failNext(Operation.AUTHORIZE, CannedResponse.empty(400));
            sandbox.failNext(Operation.LIST_ACCOUNTS, CannedResponse.empty(400));
        }
    }

    @SandboxTest
    static class UserInConstructor {
        private final DigiMeUser user;

        UserInConstructor(Sandbox sandbox, DigiMeUser user) {
            this.user = user;
            note(sandbox, user);
        }

        @RepeatedTest(2)
        void test(UserAccessToken token) {
            assertThat(user.loadToken()).isEqualTo(token);
        }
    }

    @SandboxTest
    @TestInstance(Lifecycle.PER_CLASS)
    static class OneInstance {
        private final UserAccessToken token;

        OneInstance(UserAccessToken token) {
            this.token = token;
        }

        @RepeatedTest(2)
        void test(Sandbox sandbox, DigiMeUser user) {
            note(sandbox, user);
            assertThat(user.loadToken()).isEqualTo(token);
        }
    }

    @SandboxTest
    static class UserBeforeAll {
        @BeforeAll
        static void beforeAll(UserAccessToken token) {
            assertThat(token.userId()).isNotNull();
        }

        @RepeatedTest(2)
        void test(Sandbox sandbox, DigiMeUser user) {
            note(sandbox, user);
        }
    }

    static class SetUp {
        private static final List<RequestEvent> events = new CopyOnWriteArrayList<>();

        @RegisterExtension
        static final SandboxExtension extension = SandboxExtension.builder()
                .sandbox(sandbox -> sandbox.applicationId("my-app").accessTokenLifetime(Duration.ofMinutes(10)))
                .client(client -> client.logger(events::add))
                .build();

        @Test
        void test(Sandbox sandbox, SandboxClock clock, UserAccessToken token) {
            assertThat(sandbox.applicationId()).isEqualTo("my-app");
            assertThat(Duration.between(clock.instant(), token.accessToken().expiresAt()))
                    .isLessThanOrEqualTo(Duration.ofMinutes(10));
            assertThat(events).isNotEmpty();
        }
    }

    static class InstanceField {
        @RegisterExtension
        final SandboxExtension extension = new SandboxExtension();

        @RepeatedTest(2)
        void test(Sandbox sandbox, DigiMeUser user) {
            note(sandbox, user);
        }
    }

    @SandboxTest
    static class Inherited {}

    static class Inherits extends Inherited {
        @Test
        void test(DigiMeUser user) {
            assertThat(user.listAccounts()).hasSize(3);
        }
    }

    @SandboxTest
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.TYPE)
    @interface OurTest {}

    @OurTest
    static class Composed {
        @Test
        void test(DigiMeUser user) {
            assertThat(user.listAccounts()).hasSize(3);
        }
    }

    @SandboxTest
    static class UnknownInTest {
        @Test
        void test(TokenStore store) {}
    }

    @SandboxTest
    static class UnknownInBeforeEach {
        @BeforeEach
        void beforeEach(TokenStore store) {}

        @Test
        void test() {}
    }

    @SandboxTest
    static class UnknownInAfterEach {
        @AfterEach
        void afterEach(TokenStore store) {}

        @Test
        void test() {}
    }

    @SandboxTest
    static class UnknownInBeforeAll {
        @BeforeAll
        static void beforeAll(String any) {}

        @Test
        void test() {}
    }

    @SandboxTest
    static class UnknownInAfterAll {
        @AfterAll
        static void afterAll(String any) {}

        @Test
        void test() {}
    }

    @SandboxTest
    @ExtendWith(WithAnotherExtension.Stores.class)
    static class WithAnotherExtension {
        @Test
        void test(TokenStore store, Sandbox sandbox) {
            assertThat(store).isNotNull();
            assertThat(sandbox.applicationId()).isNotBlank();
        }

        static class Stores implements ParameterResolver {
            @Override
            public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
                return parameter.getParameter().getType() == TokenStore.class;
            }

            @Override
            public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
                return new InMemoryTokenStore();
            }
        }
    }

    @SandboxTest
    static class Fails {
        @Test
        void test() {
            throw new IllegalStateException("the test's own failure");
        }
    }

    static class BadSetUp {
        static final int PORT = freePort();

        @RegisterExtension
        static final SandboxExtension extension = SandboxExtension.builder()
                .sandbox(sandbox -> sandbox.port(PORT))
                .client(client -> {
                    throw new IllegalArgumentException("no such setting");
                })
                .build();

        @Test
        void test() {}
    }
}

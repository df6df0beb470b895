package me.digi.client.sandbox.junit;

import java.util.Objects;
import java.util.function.UnaryOperator;
import me.digi.client.DigiMe;
import me.digi.client.auth.UserAccessToken;
import me.digi.client.sandbox.SandboxBuilder;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.LifecycleMethodExecutionExceptionHandler;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;

/**
 * Starts a sandbox for a test class, which classes nested in it share, and gives it to constructors, tests and lifecycle
 * methods that have a parameter of one of these types:
 *
 * <ul>
 *   <li>{@code Sandbox}, and {@code SandboxClock}, its clock;
 *   <li>{@code DigiMe}, a client for it, on the same clock;
 *   <li>{@code ContractDetails}, the sandbox's contract that reads;
 *   <li>{@code UserAccessToken}, of a user who has just consented to that contract, and {@code DigiMeUser}, the same user,
 *       stored under digi.me's id for them.
 * </ul>
 *
 * <p>With {@link SandboxTest} as it is, or set up:
 *
 * <pre>{@code
 * @RegisterExtension
 * static final SandboxExtension extension = SandboxExtension.builder()
 *         .sandbox(sandbox -> sandbox.accessTokenLifetime(Duration.ofMinutes(10)))
 *         .client(client -> client.retryPolicy(RetryPolicy.none()))
 *         .build();
 * }</pre>
 *
 * <p><b>From one test to the next:</b> before each test, ahead of its {@code @BeforeEach} methods, faults are withdrawn,
 * responses that are held back are sent, and the record of requests is cleared. Each test has a user of its own, the same
 * one in all its parameters, unless something of the whole class has asked for one ({@code @BeforeAll}, or the constructor
 * where there is one instance per class): then that is everybody's. That a user consents is on the record. The clock only
 * goes on, contracts that were added stay, and so does what was said of new users. Sandbox and client are closed after
 * the last test of the class. Tests that share a sandbox do not get along side by side: run them one after another.
 *
 * <p>In a field that is not static, and with an instance per test, an extension makes a sandbox for each test.
 */
public final class SandboxExtension
        implements BeforeAllCallback,
                BeforeEachCallback,
                ParameterResolver,
                TestExecutionExceptionHandler,
                LifecycleMethodExecutionExceptionHandler {
    private static final Namespace NAMESPACE = Namespace.create(SandboxExtension.class);

    private final UnaryOperator<SandboxBuilder> sandbox;
    private final UnaryOperator<DigiMe.Builder> client;

    /** A sandbox and a client with the defaults. */
    public SandboxExtension() {
        this(builder());
    }

    private SandboxExtension(Builder builder) {
        sandbox = builder.sandbox;
        client = builder.client;
    }

    /** Sets up an extension. */
    public static Builder builder() {
        return new Builder();
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        scene(context);
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        scene(context).forget();
    }

    /** A constructor belongs to the test that it is called for, and has the same user. */
    @Override
    public ExtensionContextScope getTestInstantiationExtensionContextScope(ExtensionContext rootContext) {
        return ExtensionContextScope.TEST_METHOD;
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return Gift.of(parameter.getParameter().getType()).isPresent();
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Gift gift = Gift.of(parameter.getParameter().getType()).orElseThrow();
        return gift.from(scene(context), () -> user(context));
    }

    @Override
    public void handleTestExecutionException(ExtensionContext context, Throwable thrown) throws Throwable {
        throw Gift.explained(thrown);
    }

    @Override
    public void handleBeforeAllMethodExecutionException(ExtensionContext context, Throwable thrown) throws Throwable {
        throw Gift.explained(thrown);
    }

    @Override
    public void handleBeforeEachMethodExecutionException(ExtensionContext context, Throwable thrown) throws Throwable {
        throw Gift.explained(thrown);
    }

    @Override
    public void handleAfterEachMethodExecutionException(ExtensionContext context, Throwable thrown) throws Throwable {
        throw Gift.explained(thrown);
    }

    @Override
    public void handleAfterAllMethodExecutionException(ExtensionContext context, Throwable thrown) throws Throwable {
        throw Gift.explained(thrown);
    }

    /** Of this class or of one around it; JUnit closes it with the class that it was made for. */
    private Scene scene(ExtensionContext context) {
        return context.getStore(NAMESPACE)
                .getOrComputeIfAbsent(Scene.class, key -> Scene.start(sandbox, client), Scene.class);
    }

    private UserAccessToken user(ExtensionContext context) {
        return context.getStore(NAMESPACE)
                .getOrComputeIfAbsent(
                        UserAccessToken.class, key -> scene(context).newUser(), UserAccessToken.class);
    }

    /** Sets up a {@link SandboxExtension}. Not safe for use by many threads. */
    public static final class Builder {
        private UnaryOperator<SandboxBuilder> sandbox = UnaryOperator.identity();
        private UnaryOperator<DigiMe.Builder> client = UnaryOperator.identity();

        Builder() {}

        /** What is set in the builder of each sandbox. */
        public Builder sandbox(UnaryOperator<SandboxBuilder> setUp) {
            sandbox = Objects.requireNonNull(setUp, "setUp");
            return this;
        }

        /** What is set in the builder of each client, which has the sandbox's address, application id and clock already. */
        public Builder client(UnaryOperator<DigiMe.Builder> setUp) {
            client = Objects.requireNonNull(setUp, "setUp");
            return this;
        }

        /** The extension. */
        public SandboxExtension build() {
            return new SandboxExtension(this);
        }
    }
}

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
 * Starts a sandbox for a test class, shared with nested classes, and resolves parameters of constructors, tests and
 * lifecycle methods:
 *
 * <ul>
 *   <li>{@code Sandbox} and its {@code SandboxClock};
 *   <li>{@code DigiMe}, a client on the same clock;
 *   <li>{@code ContractDetails}, the sandbox's read contract;
 *   <li>{@code UserAccessToken}, of a user who has just consented to it, and {@code DigiMeUser}, the same user, stored
 *       under their digi.me id.
 * </ul>
 *
 * <p>Use {@link SandboxTest} for the defaults, or configure it:
 *
 * <pre>{@code
 * @RegisterExtension
 * static final SandboxExtension extension = SandboxExtension.builder()
 *         .sandbox(sandbox -> sandbox.accessTokenLifetime(Duration.ofMinutes(10)))
 *         .client(client -> client.retryPolicy(RetryPolicy.none()))
 *         .build();
 * }</pre>
 *
 * <p><b>Between tests:</b> before each test and its {@code @BeforeEach} methods, faults are removed, held-back
 * responses sent, and the request log cleared. Each test has its own user, the same in all parameters, unless the whole
 * class requested one ({@code @BeforeAll}, or the constructor with one instance per class): then all tests share it.
 * The consent is in the request log. The clock, added contracts and the set-up of new users are not reset. Sandbox and
 * client are closed after the last test of the class. Tests that share a sandbox must not run in parallel.
 *
 * <p>In an instance field, with an instance per test, each test has its own sandbox.
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

    public SandboxExtension() {
        this(builder());
    }

    private SandboxExtension(Builder builder) {
        sandbox = builder.sandbox;
        client = builder.client;
    }

    public static Builder builder() {
        return new Builder();
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        testSandbox(context);
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        testSandbox(context).reset();
    }

    /** Constructors share the user of their test. */
    @Override
    public ExtensionContextScope getTestInstantiationExtensionContextScope(ExtensionContext rootContext) {
        return ExtensionContextScope.TEST_METHOD;
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return SupportedParameter.of(parameter.getParameter().getType()).isPresent();
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        SupportedParameter supported =
                SupportedParameter.of(parameter.getParameter().getType()).orElseThrow();
        return supported.from(testSandbox(context), () -> user(context));
    }

    @Override
    public void handleTestExecutionException(ExtensionContext context, Throwable thrown) throws Throwable {
        throw SupportedParameter.explained(thrown);
    }

    @Override
    public void handleBeforeAllMethodExecutionException(ExtensionContext context, Throwable thrown) throws Throwable {
        throw SupportedParameter.explained(thrown);
    }

    @Override
    public void handleBeforeEachMethodExecutionException(ExtensionContext context, Throwable thrown) throws Throwable {
        throw SupportedParameter.explained(thrown);
    }

    @Override
    public void handleAfterEachMethodExecutionException(ExtensionContext context, Throwable thrown) throws Throwable {
        throw SupportedParameter.explained(thrown);
    }

    @Override
    public void handleAfterAllMethodExecutionException(ExtensionContext context, Throwable thrown) throws Throwable {
        throw SupportedParameter.explained(thrown);
    }

    /** Returns the sandbox of this class or an enclosing one; JUnit closes it with the class it was created for. */
    private TestSandbox testSandbox(ExtensionContext context) {
        return context.getStore(NAMESPACE)
                .getOrComputeIfAbsent(TestSandbox.class, key -> TestSandbox.start(sandbox, client), TestSandbox.class);
    }

    private UserAccessToken user(ExtensionContext context) {
        return context.getStore(NAMESPACE)
                .getOrComputeIfAbsent(
                        UserAccessToken.class, key -> testSandbox(context).newUser(), UserAccessToken.class);
    }

    /** Configures a {@link SandboxExtension}. Not safe for use by many threads. */
    public static final class Builder {
        private UnaryOperator<SandboxBuilder> sandbox = UnaryOperator.identity();
        private UnaryOperator<DigiMe.Builder> client = UnaryOperator.identity();

        Builder() {}

        /** Configures each sandbox. */
        public Builder sandbox(UnaryOperator<SandboxBuilder> setUp) {
            sandbox = Objects.requireNonNull(setUp, "setUp");
            return this;
        }

        /** Configures each client, after the sandbox's URLs, application id and clock are set. */
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

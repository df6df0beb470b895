package me.digi.client.sandbox.junit;

import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import me.digi.client.DigiMe;
import me.digi.client.DigiMeUser;
import me.digi.client.auth.ContractDetails;
import me.digi.client.auth.UserAccessToken;
import me.digi.client.sandbox.Sandbox;
import me.digi.client.sandbox.SandboxClock;
import org.junit.jupiter.api.extension.ParameterResolutionException;

/**
 * A type of parameter that tests may have.
 *
 * @param type the exact type
 * @param source creates the value
 */
record SupportedParameter(Class<?> type, BiFunction<TestSandbox, Supplier<UserAccessToken>, Object> source) {
    private static final List<SupportedParameter> ALL = List.of(
            new SupportedParameter(Sandbox.class, (testSandbox, token) -> testSandbox.sandbox()),
            new SupportedParameter(
                    SandboxClock.class,
                    (testSandbox, token) -> testSandbox.sandbox().clock()),
            new SupportedParameter(DigiMe.class, (testSandbox, token) -> testSandbox.digiMe()),
            new SupportedParameter(ContractDetails.class, (testSandbox, token) -> testSandbox.contract()),
            new SupportedParameter(UserAccessToken.class, (testSandbox, token) -> token.get()),
            new SupportedParameter(DigiMeUser.class, (testSandbox, token) -> testSandbox.userOf(token.get())));

    static Optional<SupportedParameter> of(Class<?> type) {
        return ALL.stream().filter(parameter -> parameter.type == type).findFirst();
    }

    Object from(TestSandbox testSandbox, Supplier<UserAccessToken> token) {
        return source.apply(testSandbox, token);
    }

    /**
     * Adds the supported types to the error of an unresolved parameter. They are not rejected earlier, as another
     * extension may supply values of this library's types.
     */
    static Throwable explained(Throwable thrown) {
        String message = String.valueOf(thrown.getMessage());
        if (!(thrown instanceof ParameterResolutionException)
                || !message.startsWith("No ParameterResolver registered")) {
            return thrown;
        }
        String all =
                ALL.stream().map(parameter -> parameter.type.getSimpleName()).collect(Collectors.joining(", "));
        return new ParameterResolutionException(message + " SandboxExtension supports: " + all + ".", thrown);
    }
}

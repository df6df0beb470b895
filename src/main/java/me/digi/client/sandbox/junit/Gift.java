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
 * A value that a test may have a parameter for.
 *
 * @param type the exact type of the parameter
 * @param source creates the value
 */
record Gift(Class<?> type, BiFunction<Scene, Supplier<UserAccessToken>, Object> source) {
    private static final List<Gift> ALL = List.of(
            new Gift(Sandbox.class, (scene, token) -> scene.sandbox()),
            new Gift(SandboxClock.class, (scene, token) -> scene.sandbox().clock()),
            new Gift(DigiMe.class, (scene, token) -> scene.digiMe()),
            new Gift(ContractDetails.class, (scene, token) -> scene.contract()),
            new Gift(UserAccessToken.class, (scene, token) -> token.get()),
            new Gift(DigiMeUser.class, (scene, token) -> scene.userOf(token.get())));

    static Optional<Gift> of(Class<?> type) {
        return ALL.stream().filter(gift -> gift.type == type).findFirst();
    }

    Object from(Scene scene, Supplier<UserAccessToken> token) {
        return source.apply(scene, token);
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
        String all = ALL.stream().map(gift -> gift.type.getSimpleName()).collect(Collectors.joining(", "));
        return new ParameterResolutionException(message + " SandboxExtension supports: " + all + ".", thrown);
    }
}

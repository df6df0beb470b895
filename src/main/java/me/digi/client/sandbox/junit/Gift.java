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
 * What a test may have a parameter for.
 *
 * @param type of the parameter, and no other
 * @param source makes the value
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
     * The same, but if nobody had a value for a parameter it says what there is here. Not refused up front: another
     * extension may well have values of types that are this library's.
     */
    static Throwable explained(Throwable thrown) {
        String message = String.valueOf(thrown.getMessage());
        if (!(thrown instanceof ParameterResolutionException)
                || !message.startsWith("No ParameterResolver registered")) {
            return thrown;
        }
        String all = ALL.stream().map(gift -> gift.type.getSimpleName()).collect(Collectors.joining(", "));
        return new ParameterResolutionException(message + " SandboxExtension has these: " + all + ".", thrown);
    }
}

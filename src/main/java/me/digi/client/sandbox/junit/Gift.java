package me.digi.client.sandbox.junit;

import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import me.digi.client.DigiMe;
import me.digi.client.DigiMeUser;
import me.digi.client.auth.ContractDetails;
import me.digi.client.auth.UserAccessToken;
import me.digi.client.sandbox.Sandbox;
import me.digi.client.sandbox.SandboxClock;
import org.junit.jupiter.api.extension.ParameterResolutionException;

/** What a test may have a parameter for. */
enum Gift {
    SANDBOX(Sandbox.class, (scene, token) -> scene.sandbox()),
    CLOCK(SandboxClock.class, (scene, token) -> scene.sandbox().clock()),
    CLIENT(DigiMe.class, (scene, token) -> scene.digiMe()),
    CONTRACT(ContractDetails.class, (scene, token) -> scene.contract()),
    TOKEN(UserAccessToken.class, (scene, token) -> token.get()),
    USER(DigiMeUser.class, (scene, token) -> scene.digiMe().user(scene.contract(), token.get()));

    private final Class<?> type;
    private final BiFunction<Scene, Supplier<UserAccessToken>, Object> source;

    Gift(Class<?> type, BiFunction<Scene, Supplier<UserAccessToken>, Object> source) {
        this.type = type;
        this.source = source;
    }

    static Optional<Gift> of(Class<?> type) {
        return Stream.of(values()).filter(gift -> gift.type == type).findFirst();
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
        String all = Stream.of(values()).map(gift -> gift.type.getSimpleName()).collect(Collectors.joining(", "));
        return new ParameterResolutionException(message + " SandboxExtension has these: " + all + ".", thrown);
    }
}

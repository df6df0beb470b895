package me.digi.client.error;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaFieldAccess;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import me.digi.client.auth.RefreshResult.Reason;
import me.digi.client.auth.RefreshResult.Reauthorize;
import me.digi.client.store.GrantKey;
import me.digi.client.store.GrantNotFoundException;
import me.digi.client.store.ReauthorizationRequiredException;
import me.digi.client.store.TokenStoreException;
import org.junit.jupiter.api.Test;

/** Serialized exceptions keep their values, and documented values can occur. */
class SerializedExceptionsTest {
    private static final GrantKey GRANT = new GrantKey("contract", "user");

    @Test
    void h20_whatIsNeverNullIsNotNullAfterwardsEither() throws Exception {
        Reauthorize reauthorize = new Reauthorize(Reason.REFUSED, ErrorCode.INVALID_TOKEN, "m", "r");
        ReauthorizationRequiredException refused = travelled(new ReauthorizationRequiredException(GRANT, reauthorize));
        assertThat(refused.reauthorize()).isEqualTo(reauthorize);
        assertThat(refused.grant()).isEqualTo(GRANT);
        assertThat(travelled(new GrantNotFoundException(GRANT)).grant()).isEqualTo(GRANT);
        assertThat(travelled(new TokenStoreException(TokenStoreException.Operation.LOAD, GRANT, "d", null))
                        .grant())
                .isEqualTo(GRANT);
        ApiException apiError =
                travelled(new ApiException("o", 429, ErrorCode.TOO_MANY_REQUESTS, "m", "r", Duration.ofSeconds(3)));
        assertThat(apiError.code()).isEqualTo(ErrorCode.TOO_MANY_REQUESTS);
        assertThat(apiError.retryAfter()).isEqualTo(Duration.ofSeconds(3));
        FileException file = travelled(new FileException("f", FileException.Problem.LENGTH, null, null));
        assertThat(file.fileName()).isEqualTo("f");
        assertThat(file.problem()).isEqualTo(FileException.Problem.LENGTH);
        assertThat(travelled(new ContentException(file)).failure()).isNotNull();
        assertThat(travelled(new CallbackException(CallbackException.Problem.ENCODING))
                        .problem())
                .isEqualTo(CallbackException.Problem.ENCODING);
        assertThat(travelled(NetworkException.notSent("o", null)).kind()).isEqualTo(NetworkException.Kind.NOT_SENT);
        assertThat(travelled(new UnexpectedResponseException("o", 200, "$", "w"))
                        .where())
                .isEqualTo("$");
        assertThat(travelled(new VerificationException("o", VerificationException.Check.SIGNATURE, "d"))
                        .check())
                .isEqualTo(VerificationException.Check.SIGNATURE);
    }

    @Test
    void h20_everyConstantIsOneThatCanHappen() {
        JavaClasses classes = new ClassFileImporter()
                .withImportOption(new DoNotIncludeTests())
                .importPackages("me.digi.client");
        for (Class<? extends Enum<?>> type : List.<Class<? extends Enum<?>>>of(
                VerificationException.Check.class,
                FileException.Problem.class,
                CallbackException.Problem.class,
                NetworkException.Kind.class,
                TokenStoreException.Operation.class)) {
            Set<String> used = classes.stream()
                    .filter(other -> !other.isEquivalentTo(type))
                    .flatMap(other -> other.getFieldAccessesFromSelf().stream())
                    .map(JavaFieldAccess::getTarget)
                    .filter(field -> field.getOwner().isEquivalentTo(type))
                    .map(field -> field.getName())
                    .collect(Collectors.toSet());
            assertThat(used)
                    .as(type.getName())
                    .containsAll(Arrays.stream(type.getEnumConstants())
                            .map(constant -> ((Enum<?>) constant).name())
                            .toList());
        }
    }

    @SuppressWarnings({"unchecked", "BanSerializableRead"}) // what the test has written itself
    private static <T> T travelled(T value) throws IOException, ClassNotFoundException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(value);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            return (T) in.readObject();
        }
    }
}

package me.digi.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import me.digi.client.read.Account;
import me.digi.client.read.RawFileMetadata;
import me.digi.client.sandbox.SandboxValues;
import org.junit.jupiter.api.Test;

/** The records that are too large to be made with {@code new} in an application's tests. */
class SandboxValuesTest {
    private static final int MANY = 8;

    @Test
    void everyLargeRecordHasAMakerWithAMethodForEachComponent() {
        List<Class<?>> large = PublicTypes.records().stream()
                .filter(type -> type.getRecordComponents().length > MANY)
                .toList();
        assertThat(large).hasSize(7).allSatisfy(type -> {
            Class<?> maker = makerOf(type);
            assertThat(maker.getMethods())
                    .extracting(Method::getName)
                    .contains(Arrays.stream(type.getRecordComponents())
                            .map(component -> component.getName())
                            .toArray(String[]::new));
        });
    }

    private static Class<?> makerOf(Class<?> type) {
        return Arrays.stream(SandboxValues.class.getMethods())
                .<Class<?>>map(Method::getReturnType)
                .filter(maker -> Arrays.stream(maker.getMethods())
                        .anyMatch(method -> method.getName().equals("build") && method.getReturnType() == type))
                .findFirst()
                .orElseThrow(() -> new AssertionError("nothing makes " + type));
    }

    @Test
    void unsetComponentsAreNullOrEmpty() {
        Account account = SandboxValues.account("account-1").build();
        assertThat(account.id()).isEqualTo("account-1");
        assertThat(account.problems()).isEmpty();
        assertThat(account)
                .hasAllNullFieldsOrPropertiesExcept("id", "problems")
                .isEqualTo(SandboxValues.account("account-1").build());
        RawFileMetadata metadata =
                SandboxValues.rawFileMetadata("text/plain").addTags("note").build();
        assertThat(metadata.tags()).containsExactly("note");
        assertThat(metadata.more()).isEmpty();
        assertThat(SandboxValues.requestEvent("accounts").build().attempt()).isEqualTo(1);
    }
}

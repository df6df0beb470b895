package me.digi.client.internal.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.Moshi;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ModelAdaptersTest {
    private static final Moshi BARE = new Moshi.Builder().build();

    @Test
    void everyModelHasGeneratedAdapter() {
        List<Class<?>> models = models();

        assertThat(models).hasSizeGreaterThan(30).contains(CodeResponse.class, TriggerRequest.class);
        for (Class<?> model : models) {
            JsonAdapter<?> adapter = new ModelAdapters().create(model, Set.of(), BARE);

            assertThat(adapter).as(model.getName()).isInstanceOf(ValueAdapter.class);
            assertThat(new ModelAdapters().create(model, Set.of(), BARE)).isSameAs(adapter);
        }
    }

    @Test
    void noAdapterAsksMoshiForAnother() {
        JsonAdapter.Factory nothing = (type, annotations, moshi) -> {
            throw new AssertionError("asked for " + type);
        };
        Moshi moshi = new Moshi.Builder().add(new ModelAdapters()).add(nothing).build();

        assertThat(models())
                .allSatisfy(model -> assertThat(moshi.adapter(model)).isNotNull());
    }

    @Test
    void nothingInTheWireLayerReflects() {
        var reflecting = new ClassFileImporter()
                .withImportOption(new DoNotIncludeTests()).importPackages("me.digi.client.internal.wire").stream()
                        .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                        .map(dependency -> dependency.getTargetClass().getFullName())
                        .filter(name -> name.startsWith("java.lang.reflect.")
                                || name.startsWith("java.lang.invoke.MethodHandles"))
                        .filter(name -> !Set.of("java.lang.reflect.Type", "java.lang.reflect.ParameterizedType")
                                .contains(name));

        assertThat(reflecting).isEmpty();
    }

    private static List<Class<?>> models() {
        return new ClassFileImporter()
                .withImportOption(new DoNotIncludeTests()).importPackages("me.digi.client.internal.wire").stream()
                        .filter(JavaClass::isRecord)
                        .filter(type -> !type.isEquivalentTo(Member.class))
                        .<Class<?>>map(JavaClass::reflect)
                        .toList();
    }
}

package me.digi.client;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import me.digi.client.internal.io.Json;
import org.junit.jupiter.api.Test;

/**
 * A native image of an application needs no file of its own: the library does not reflect, and what the libraries beneath
 * it reflect upon is in the jar, in {@code META-INF/native-image}.
 */
class ReflectionTest {
    private static final String CONFIGURATION = "/META-INF/native-image/me.digi.client/digime-client/";
    private static final Set<String> REFLECTING_METHODS = Set.of(
            "forName",
            "newInstance",
            "getMethod",
            "getMethods",
            "getDeclaredMethod",
            "getDeclaredMethods",
            "getConstructor",
            "getConstructors",
            "getDeclaredConstructor",
            "getDeclaredConstructors",
            "getField",
            "getFields",
            "getDeclaredField",
            "getDeclaredFields",
            "getRecordComponents");
    /** Not reading annotations of the methods that Retrofit implements: those interfaces are named anyway. */
    private static final Pattern REFLECTING =
            Pattern.compile("java\\.lang\\.reflect\\.(Method\\.invoke|Constructor\\.newInstance"
                    + "|Field\\.|Proxy\\.|AccessibleObject\\.setAccessible)|java\\.util\\.ServiceLoader\\.");

    private static final DescribedPredicate<JavaCall<?>> REFLECTS = describe(
            "reflects",
            call -> (call.getTargetOwner().isEquivalentTo(Class.class)
                            && REFLECTING_METHODS.contains(call.getTarget().getName()))
                    || REFLECTING.matcher(call.getTarget().getFullName()).lookingAt());

    private final JavaClasses library =
            new ClassFileImporter().withImportOption(new DoNotIncludeTests()).importPackages("me.digi.client");

    @Test
    void theLibraryDoesNotReflectAndLooksForOneServiceOnly() {
        noClasses()
                .that()
                .resideOutsideOfPackage("me.digi.client.sandbox..")
                .and()
                .doNotHaveFullyQualifiedName("me.digi.client.internal.crypto.FastProvider")
                .should()
                .callCodeUnitWhere(REFLECTS)
                .because("what is reflected upon has to be configured for native images and for R8")
                .check(library);
    }

    @Test
    void everyInterfaceThatRetrofitImplementsIsNamed() throws IOException {
        Set<String> interfaces = library.stream()
                .filter(resideInAPackage("me.digi.client.internal.wire"))
                .filter(type -> type.isInterface() && type.getSimpleName().endsWith("Api"))
                .map(type -> type.getName())
                .collect(Collectors.toCollection(TreeSet::new));
        List<Object> proxies = array("proxy-config.json");
        assertThat(interfaces).hasSize(7);
        assertThat(proxies)
                .containsExactlyInAnyOrderElementsOf(interfaces.stream()
                        .<Object>map(name -> Map.of("interfaces", List.of(name)))
                        .toList());
        assertThat(reflected()).containsExactlyInAnyOrderElementsOf(interfaces);
    }

    private static List<String> reflected() throws IOException {
        List<String> names = new ArrayList<>();
        for (Object entry : array("reflect-config.json")) {
            names.add((String) ((Map<?, ?>) entry).get("name"));
        }
        return names;
    }

    private static List<Object> array(String file) throws IOException {
        try (InputStream in = ReflectionTest.class.getResourceAsStream(CONFIGURATION + file)) {
            String text = "{\"all\":" + new String(in.readAllBytes(), StandardCharsets.UTF_8) + "}";
            return List.copyOf((List<?>) Json.parseObject(text).get("all"));
        }
    }
}

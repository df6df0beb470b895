package me.digi.client.spec;

import static org.assertj.core.api.Assertions.assertThat;

import io.swagger.v3.oas.models.PathItem;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import me.digi.client.internal.http.Operation;
import me.digi.client.internal.wire.CloudApi;
import me.digi.client.internal.wire.DiscoveryApi;
import me.digi.client.internal.wire.ExportApi;
import me.digi.client.internal.wire.OAuthApi;
import me.digi.client.internal.wire.PermissionAccessApi;
import me.digi.client.internal.wire.StorageApi;
import me.digi.client.internal.wire.UserApi;
import org.junit.jupiter.api.Test;

/** An operation has one name, in the description, in the client and in the sandbox: a verb and a noun. */
class OperationNamesTest {
    /** OAuth's own word is a verb already. */
    private static final String PROTOCOL_WORD = "authorize";

    private static final List<Class<?>> INTERFACES = List.of(
            CloudApi.class,
            DiscoveryApi.class,
            ExportApi.class,
            OAuthApi.class,
            PermissionAccessApi.class,
            StorageApi.class,
            UserApi.class);

    private static final Pattern VERB_NOUN = Pattern.compile(
            "(create|delete|describe|download|exchange|fetch|list|open|push|refresh|request|revoke|start|upload)[A-Z]\\w+");

    /** The described operations by name. */
    private static Map<String, Object> described() {
        Map<String, Object> described = new TreeMap<>();
        for (PathItem path : ApiDescription.model().getPaths().values()) {
            for (io.swagger.v3.oas.models.Operation operation : path.readOperations()) {
                Map<String, Object> extensions = operation.getExtensions();
                if (extensions != null && extensions.containsKey("x-repeatability")) {
                    names(operation).forEach(name -> described.put(name, extensions.get("x-repeatability")));
                }
            }
        }
        return described;
    }

    private static List<String> names(io.swagger.v3.oas.models.Operation operation) {
        return operation.getExtensions().get("x-operation-names") instanceof List<?> several
                ? several.stream().map(String::valueOf).toList()
                : List.of(operation.getOperationId());
    }

    private static List<Operation> constants() throws IllegalAccessException {
        List<Operation> constants = new ArrayList<>();
        for (Class<?> type : INTERFACES) {
            for (Field field : type.getFields()) {
                Operation operation = (Operation) field.get(null);
                assertThat(field.getName()).isEqualTo(constantOf(operation.id()));
                constants.add(operation);
            }
        }
        return constants;
    }

    private static String constantOf(String name) {
        return name.replaceAll("([A-Z])", "_$1").toUpperCase(Locale.ROOT);
    }

    @Test
    void everyOperationIsAVerbAndANoun() {
        assertThat(described().keySet())
                .hasSize(31)
                .allMatch(name ->
                        name.equals(PROTOCOL_WORD) || VERB_NOUN.matcher(name).matches());
        assertThat(ApiDescription.model().getPaths().values())
                .flatExtracting(PathItem::readOperations)
                .extracting(operation -> operation.getOperationId())
                .allMatch(name ->
                        name.equals(PROTOCOL_WORD) || VERB_NOUN.matcher(name).matches());
    }

    @Test
    void everyOperationExceptPagesSaysWhetherItMayBeRepeated() {
        assertThat(ApiDescription.model().getPaths().values())
                .flatExtracting(PathItem::readOperations)
                .filteredOn(operation -> !operation.getTags().contains("Pages"))
                .allMatch(operation -> operation.getExtensions().containsKey("x-repeatability"));
    }

    @Test
    void theClientHasTheNamesOfTheDescription() throws Exception {
        Map<String, Object> ofTheClient = constants().stream()
                .collect(Collectors.toMap(
                        Operation::id, operation -> operation.repeatability().name()));
        assertThat(ofTheClient).isEqualTo(described());
    }

    @Test
    void theSandboxHasTheNamesOfTheDescription() {
        List<String> ofTheSandbox = Arrays.stream(me.digi.client.sandbox.Operation.values())
                .filter(operation -> operation != me.digi.client.sandbox.Operation.PAGE
                        && operation != me.digi.client.sandbox.Operation.UNKNOWN)
                .map(Enum::name)
                .toList();
        assertThat(ofTheSandbox)
                .containsExactlyInAnyOrderElementsOf(described().keySet().stream()
                        .map((Function<String, String>) OperationNamesTest::constantOf)
                        .toList());
    }
}

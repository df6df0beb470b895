package me.digi.client.spec;

import static org.assertj.core.api.Assertions.assertThat;

import com.squareup.moshi.Moshi;
import io.swagger.v3.core.util.Json;
import io.swagger.v3.oas.models.media.Schema;
import java.io.IOException;
import java.io.Reader;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import me.digi.client.internal.wire.ModelAdapters;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.Yaml;

/** Public records that generated code creates from their schemas: it knows only the order of the members. */
class RecordsFollowSchemasTest {
    @SuppressWarnings("rawtypes") // As the library has it.
    private static final Map<String, Schema> SCHEMAS =
            ApiDescription.model().getComponents().getSchemas();

    private static final Map<String, String> RENAMED = Map.of(
            "createdDate", "createdAt",
            "updatedDate", "updatedAt",
            "expirationDate", "expiresAt",
            "expiry", "expiresAt",
            "kid", "keyId",
            "mimetype", "mimeType",
            "reauth", "needsReauthorization");

    record Mapped(String schema, Class<?> type) {
        Schema<?> described() {
            return SCHEMAS.get(schema);
        }

        boolean isSent() {
            Map<String, Object> extensions = described().getExtensions();
            return extensions != null && extensions.containsKey("x-request");
        }

        @Override
        public String toString() {
            return schema;
        }
    }

    static List<Mapped> records() throws IOException {
        List<Mapped> records = new ArrayList<>();
        try (Reader config = Files.newBufferedReader(Path.of("generated-sources-config/config.yaml"))) {
            Map<String, Map<String, String>> settings = new Yaml().load(config);
            settings.get("modelNameMappings").forEach((schema, name) -> records.add(new Mapped(schema, type(name))));
        }
        records.removeIf(mapped -> !mapped.type().isRecord());
        assertThat(records).hasSizeGreaterThan(25);
        return records;
    }

    private static Class<?> type(String name) {
        try {
            // The name of a nested class has two capitals.
            return Class.forName(name.replaceFirst("(\\.[A-Z]\\w+)\\.", "$1\\$"));
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }

    @ParameterizedTest
    @MethodSource("records")
    void componentsAreTheMembersInTheirOrder(Mapped mapped) {
        List<String> components = Arrays.stream(mapped.type().getRecordComponents())
                .map(RecordComponent::getName)
                .filter(name -> !List.of("more", "problems").contains(name))
                .toList();

        assertThat(mapped.described().getProperties().keySet().stream().map(name -> RENAMED.getOrDefault(name, name)))
                .isEqualTo(components);
    }

    static List<Mapped> received() throws IOException {
        return records().stream().filter(mapped -> !mapped.isSent()).toList();
    }

    @ParameterizedTest
    @MethodSource("received")
    void componentsHaveTheTypesThatAreRead(Mapped mapped) throws Exception {
        String json = Json.mapper().writeValueAsString(sample(mapped.described()));

        Object value = new Moshi.Builder()
                .add(new ModelAdapters())
                .build()
                .adapter(mapped.type())
                .fromJson(json);

        for (RecordComponent component : mapped.type().getRecordComponents()) {
            Object read = component.getAccessor().invoke(value);
            assertThat(read).as(component.getName()).isNotNull();
            if (component.getName().equals("problems")) {
                assertThat((List<?>) read).isEmpty();
            }
        }
    }

    /** A value with all members. */
    private static Object sample(Schema<?> schema) {
        if (schema.get$ref() != null) {
            return sample(SCHEMAS.get(schema.get$ref().replaceFirst(".*/", "")));
        }
        if (schema.getItems() != null) {
            return List.of(sample(schema.getItems()));
        }
        if (schema.getProperties() != null) {
            Map<String, Object> members = new LinkedHashMap<>();
            schema.getProperties().forEach((name, property) -> members.put(name, sample(property)));
            return members;
        }
        return switch (schema.getType()) {
            case "string" -> "text";
            case "integer" -> 1;
            case "boolean" -> true;
            default -> Map.of("name", 1);
        };
    }
}

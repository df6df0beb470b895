package me.digi.client.spec;

import static org.assertj.core.api.Assertions.assertThat;

import com.atlassian.oai.validator.report.MessageResolver;
import com.atlassian.oai.validator.schema.SchemaValidator;
import io.swagger.v3.core.util.Json;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The description's examples match its schemas, and each body has one. */
class ExamplesTest {
    private static final OpenAPI API = ApiDescription.model();
    private static final SchemaValidator SCHEMAS = new SchemaValidator(API, new MessageResolver());

    @TestFactory
    Stream<DynamicTest> eachBodyHasExamplesThatAreValid() {
        return API.getPaths().values().stream()
                .flatMap(item -> item.readOperations().stream())
                .map(operation -> DynamicTest.dynamicTest(operation.getOperationId(), () -> check(operation)));
    }

    private static void check(Operation operation) {
        if (operation.getRequestBody() != null) {
            check("request", operation.getRequestBody().getContent());
        }
        operation.getResponses().forEach((status, response) -> check(status, response.getContent()));
    }

    private static void check(String where, Content content) {
        MediaType json = content == null ? null : content.get("application/json");
        if (json == null) {
            return;
        }
        List<Object> examples = examples(json);
        assertThat(examples).as(where).isNotEmpty();
        assertThat(examples)
                .allSatisfy(example -> assertThat(
                                SCHEMAS.validate(Json.mapper().writeValueAsString(example), json.getSchema(), where)
                                        .getMessages())
                        .as(where)
                        .isEmpty());
    }

    private static List<Object> examples(MediaType json) {
        List<Object> examples = new ArrayList<>();
        if (json.getExample() != null) {
            examples.add(json.getExample());
        }
        if (json.getExamples() != null) {
            json.getExamples().values().forEach(example -> examples.add(example.getValue()));
        }
        if (json.getSchema().getExample() != null) {
            examples.add(json.getSchema().getExample());
        }
        return examples;
    }
}

package me.digi.client.spec;

import static org.assertj.core.api.Assertions.assertThat;

import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.ParseOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openapitools.empoa.swagger.core.internal.SwAdapter;
import org.openapitools.openapistylevalidator.OpenApiSpecStyleValidator;
import org.openapitools.openapistylevalidator.ValidatorParameters;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** The linter of the build, with the build's settings, finds mistakes in a description. */
class LintTest {
    private static final Path DESCRIPTION = Path.of("api-spec/digime.yaml");
    private static final Pattern COMPONENT = Pattern.compile("(?m)^    ([A-Za-z0-9_-]+):$");
    private static final Pattern KIND = Pattern.compile("(?m)^  ([A-Za-z]+):$");

    @Test
    void theDescriptionHasNothingToFind() throws Exception {
        String description = Files.readString(DESCRIPTION);
        assertThat(found(description)).isEmpty();
        assertThat(unused(description)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    operationId: listAccounts\\n                           |                     | operationId
                    summary: The accounts that the user has added\\n      |                     | summary
                    description: .Further claims of the request.+\\n      |                     | description
                    tags: \\[PermissionAccess\\]\\n                       |                     | tags
                    description: The file's id\\.\\n                      |                     | StorageFile
                    required: \\[id, kid\\]                               | required: [id, key]  | key
                    contact:\\n.+\\n.+\\n.+\\n                            | ''                  | contact
                    """)
    void aDescriptionThatIsBrokenIsFoundOut(String whole, String part, String finding) throws Exception {
        String description = Files.readString(DESCRIPTION);
        String broken =
                Pattern.compile(whole).matcher(description).replaceFirst(part == null ? "x-nothing: 1\n" : part);
        assertThat(broken).isNotEqualTo(description);
        assertThat(found(broken)).anySatisfy(error -> assertThat(error).contains(finding));
    }

    @Test
    void aComponentThatNothingRefersToIsFoundOut() throws IOException {
        String broken = Files.readString(DESCRIPTION) + """
                    Forgotten:
                      type: object
                      description: A schema of nothing.
                """;
        assertThat(unused(broken)).containsExactly("schemas/Forgotten");
    }

    /** Runs the build's linter. */
    private static List<String> found(String description) throws Exception {
        ParseOptions options = new ParseOptions();
        options.setResolve(true);
        return new OpenApiSpecStyleValidator(SwAdapter.toOpenAPI(new OpenAPIV3Parser()
                        .readContents(description, null, options)
                        .getOpenAPI()))
                .validate(rules()).stream().map(Object::toString).toList();
    }

    /** The linter does not look for these, but Spectral does, which is not run in every build. */
    private static List<String> unused(String description) {
        String components = description.substring(description.indexOf("\ncomponents:\n"));
        List<MatchResult> kinds = KIND.matcher(components).results().toList();
        List<String> unused = new ArrayList<>();
        for (int i = 0; i < kinds.size(); i++) {
            String kind = kinds.get(i).group(1);
            int end = i + 1 < kinds.size() ? kinds.get(i + 1).start() : components.length();
            COMPONENT
                    .matcher(components.substring(kinds.get(i).end(), end))
                    .results()
                    .map(component -> kind + "/" + component.group(1))
                    .filter(name -> !name.startsWith("securitySchemes/"))
                    .filter(name -> !description.contains("'#/components/" + name + "'"))
                    .forEach(unused::add);
        }
        return unused;
    }

    /** The settings of the build, so that loosening them there fails here. */
    private static ValidatorParameters rules() throws Exception {
        Node pom = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(Path.of("pom.xml").toFile());
        NodeList settings = (NodeList) XPathFactory.newInstance()
                .newXPath()
                .evaluate(
                        "//plugin[artifactId='openapi-style-validator-maven-plugin']//configuration/*"
                                + "[starts-with(name(),'validate')]",
                        pom,
                        XPathConstants.NODESET);
        assertThat(settings.getLength()).isPositive();
        ValidatorParameters rules = new ValidatorParameters();
        for (int i = 0; i < settings.getLength(); i++) {
            String name = settings.item(i).getNodeName();
            String setter = "set" + name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
            ValidatorParameters.class
                    .getMethod(setter, boolean.class)
                    .invoke(rules, Boolean.valueOf(settings.item(i).getTextContent()));
        }
        return rules;
    }
}

package me.digi.client.spec;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.interaction.ApiOperationResolver;
import com.atlassian.oai.validator.model.ApiOperationMatch;
import com.atlassian.oai.validator.model.SimpleRequest;
import com.atlassian.oai.validator.model.SimpleResponse;
import com.atlassian.oai.validator.report.LevelResolver;
import com.atlassian.oai.validator.report.ValidationReport;
import com.atlassian.oai.validator.report.ValidationReport.Level;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.Paths;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.ParseOptions;
import io.swagger.v3.parser.core.models.SwaggerParseResult;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import me.digi.client.Environment;
import okhttp3.HttpUrl;

/**
 * {@code api-spec/digime.yaml}, and whether exchanges follow it: path, method, parameters, media types, credentials, and
 * both bodies. A member that a schema does not have is a violation, unless the schema leaves room for more.
 *
 * <pre>{@code
 * ExchangeRecorder recorder = new ExchangeRecorder();
 * DigiMe digiMe = DigiMe.builder().httpClient(recorder.httpClient())…build();
 * // … use the client …
 * assertThat(recorder.exchanges()).allSatisfy(exchange ->
 *         assertThat(ApiDescription.of(environment).violations(exchange)).isEmpty());
 * }</pre>
 */
public final class ApiDescription {
    private static final OpenAPI API = parse();
    private static final OpenApiInteractionValidator VALIDATOR = OpenApiInteractionValidator.createFor(API)
            .withBasePathOverride("/")
            // Where the description has no content, it says that what there is has no meaning.
            .withLevelResolver(LevelResolver.create()
                    .withLevel("validation.response.body.unexpected", Level.IGNORE)
                    .build())
            .build();

    private static final Pattern STORED = Pattern.compile("(/clouds/[^/]+/files/apps/[^/]+)(/.*)");

    private static final ApiOperationResolver OPERATIONS = new ApiOperationResolver(API, "/", true);

    private final HttpUrl base;
    private final HttpUrl cloud;

    private ApiDescription(HttpUrl base, HttpUrl cloud) {
        this.base = base;
        this.cloud = cloud;
    }

    /** The description of the API that is at these addresses. */
    public static ApiDescription of(Environment environment) {
        return new ApiDescription(
                HttpUrl.get(environment.baseUrl().toString()),
                HttpUrl.get(environment.cloudUrl().toString()));
    }

    /** The description as it is, with the references in it resolved. */
    static OpenAPI model() {
        return API;
    }

    /** The ids of all operations. */
    public static Set<String> operations() {
        return described().map(Operation::getOperationId).collect(Collectors.toCollection(TreeSet::new));
    }

    /** The statuses of the errors that the description has for an operation, but for those that it has not in particular. */
    public static List<Integer> errors(String operation) {
        return described()
                .filter(described -> described.getOperationId().equals(operation))
                .flatMap(described -> described.getResponses().keySet().stream())
                .filter(status -> status.matches("[45][0-9]{2}"))
                .map(Integer::valueOf)
                .toList();
    }

    /** The id of the operation that the exchange is of. */
    public String operation(Exchange exchange) {
        SimpleRequest request = request(exchange);
        ApiOperationMatch found = OPERATIONS.findApiOperation(request.getPath(), request.getMethod());
        if (!found.isPathFound() || !found.isOperationAllowed()) {
            throw new IllegalArgumentException("no operation of the API: " + exchange.method() + " " + exchange.url());
        }
        return found.getApiOperation().getOperation().getOperationId();
    }

    /** What is wrong with the exchange, in words; nothing if it is as described. */
    public List<String> violations(Exchange exchange) {
        SimpleRequest request = request(exchange);
        ValidationReport report = VALIDATOR
                .validateRequest(request)
                .merge(VALIDATOR.validateResponse(request.getPath(), request.getMethod(), response(exchange)));
        return report.getMessages().stream()
                .filter(message -> message.getLevel() == Level.ERROR)
                .map(message -> exchange.method() + " " + request.getPath() + ": " + message.getMessage()
                        + message.getAdditionalInfo())
                .distinct()
                .toList();
    }

    private static Stream<Operation> described() {
        return API.getPaths().values().stream().flatMap(item -> item.readOperations().stream());
    }

    private SimpleRequest request(Exchange exchange) {
        SimpleRequest.Builder request = new SimpleRequest.Builder(exchange.method(), path(exchange.url()));
        for (String name : exchange.url().queryParameterNames()) {
            request.withQueryParam(name, exchange.url().queryParameterValues(name));
        }
        exchange.requestHeaders().toMultimap().forEach(request::withHeader);
        if (exchange.requestBody().size() > 0) {
            request.withBody(exchange.requestBody().toByteArray());
        }
        return request.build();
    }

    private static SimpleResponse response(Exchange exchange) {
        SimpleResponse.Builder response = SimpleResponse.Builder.status(exchange.status());
        exchange.responseHeaders().toMultimap().forEach(response::withHeader);
        if (exchange.responseBody().size() > 0) {
            response.withBody(exchange.responseBody().toByteArray());
        }
        return response.build();
    }

    /** The path from the base on. What lies under the cloud URL has its slashes encoded: it is one parameter. */
    private String path(HttpUrl url) {
        if (isUnder(cloud, url)) {
            String path = relative(cloud, url);
            Matcher stored = STORED.matcher(path);
            if (!stored.matches()) {
                return path;
            }
            String rest = stored.group(2);
            return rest.endsWith("/")
                    ? stored.group(1) + "/folder/" + rest.replace("/", "%2F")
                    : stored.group(1) + "/" + rest.substring(1).replace("/", "%2F");
        }
        if (!isUnder(base, url)) {
            throw new IllegalArgumentException("no address of the API: " + url);
        }
        return relative(base, url);
    }

    private static boolean isUnder(HttpUrl base, HttpUrl url) {
        return base.host().equals(url.host())
                && base.port() == url.port()
                && url.encodedPath().startsWith(base.encodedPath());
    }

    private static String relative(HttpUrl base, HttpUrl url) {
        return url.encodedPath().substring(base.encodedPath().length() - 1);
    }

    private static OpenAPI parse() {
        ParseOptions options = new ParseOptions();
        options.setResolve(true);
        options.setResolveFully(true);
        options.setResolveCombinators(false);
        SwaggerParseResult result = new OpenAPIV3Parser().readLocation("api-spec/digime.yaml", List.of(), options);
        if (result.getOpenAPI() == null || !result.getMessages().isEmpty()) {
            throw new AssertionError("api-spec/digime.yaml: " + result.getMessages());
        }
        OpenAPI api = result.getOpenAPI();
        Paths paths = new Paths();
        api.getPaths().forEach((path, item) -> paths.put(forValidator(path), withSecurity(item, api)));
        api.setPaths(paths);
        // The parser takes what is one of several schemas to be an object besides, which the validator takes literally.
        api.getComponents().getSchemas().values().stream()
                .filter(schema -> schema.getOneOf() != null)
                .forEach(schema -> schema.setType(null));
        return api;
    }

    /** The validator cannot tell two parameters apart that have nothing in between, so it gets something. */
    private static String forValidator(String path) {
        return path.replace("}{", "}/folder/{");
    }

    /** The validator looks for credentials only where an operation itself asks for them. */
    private static PathItem withSecurity(PathItem item, OpenAPI api) {
        for (Operation operation : item.readOperations()) {
            if (operation.getSecurity() == null) {
                operation.setSecurity(api.getSecurity());
            }
        }
        return item;
    }
}

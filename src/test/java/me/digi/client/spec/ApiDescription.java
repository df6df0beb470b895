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
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.ParseOptions;
import io.swagger.v3.parser.core.models.SwaggerParseResult;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import me.digi.client.Environment;
import okhttp3.HttpUrl;

/**
 * {@code api-spec/digime.yaml}, and whether exchanges follow it: path, method, parameters, media types, credentials,
 * and both bodies. A member that a schema does not have is a violation, unless the schema leaves room for more.
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
            // Where the description has no content, the body is ignored.
            .withLevelResolver(LevelResolver.create()
                    .withLevel("validation.response.body.unexpected", Level.IGNORE)
                    .build())
            .build();

    private static final String PAGES = "Pages";
    private static final Pattern FOLDER = Pattern.compile("(/clouds/[^/]+/files/)(apps/[^/]+/(?:.*/)?)");
    private static final Pattern FILE = Pattern.compile("(/clouds/[^/]+/files/apps/[^/]+/)(.*[^/])");

    private static final DescribedExtensions EXTENSIONS = new DescribedExtensions(API);
    private static final ApiOperationResolver OPERATIONS = new ApiOperationResolver(API, "/", true);

    private final HttpUrl base;
    private final HttpUrl cloud;
    private final HttpUrl onboard;

    private ApiDescription(HttpUrl base, HttpUrl cloud, HttpUrl onboard) {
        this.base = base;
        this.cloud = cloud;
        this.onboard = onboard;
    }

    /** The description of the API, with these URLs. */
    public static ApiDescription of(Environment environment) {
        return new ApiDescription(
                HttpUrl.get(environment.baseUrl().toString()),
                HttpUrl.get(environment.cloudUrl().toString()),
                HttpUrl.get(environment.onboardUrl().toString()));
    }

    /** The description as it is, with the references in it resolved. */
    static OpenAPI model() {
        return API;
    }

    /** The ids of all operations, without the pages, which only a browser requests. */
    public static Set<String> operations() {
        return described().map(Operation::getOperationId).collect(Collectors.toCollection(TreeSet::new));
    }

    /** The statuses of the errors described for an operation, without the default. */
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
        return found(exchange)
                .orElseThrow(() -> new IllegalArgumentException(
                        "no operation of the API: " + exchange.method() + " " + exchange.url()))
                .getOperationId();
    }

    /** Returns the violations, empty if there are none. */
    public List<String> violations(Exchange exchange) {
        SimpleRequest request = request(exchange);
        ValidationReport report = VALIDATOR
                .validateRequest(request)
                .merge(VALIDATOR.validateResponse(request.getPath(), request.getMethod(), response(exchange)));
        Stream<String> found = report.getMessages().stream()
                .filter(message -> message.getLevel() == Level.ERROR)
                .map(message -> message.getMessage() + message.getAdditionalInfo());
        Stream<String> beyond =
                found(exchange).stream().flatMap(operation -> EXTENSIONS.violations(operation, exchange).stream());
        return Stream.concat(found, beyond)
                .distinct()
                .map(violation -> exchange.method() + " " + request.getPath() + ": " + violation)
                .toList();
    }

    private Optional<Operation> found(Exchange exchange) {
        SimpleRequest request = request(exchange);
        ApiOperationMatch found = OPERATIONS.findApiOperation(request.getPath(), request.getMethod());
        return found.isPathFound() && found.isOperationAllowed()
                ? Optional.of(found.getApiOperation().getOperation())
                : Optional.empty();
    }

    private static Stream<Operation> described() {
        return API.getPaths().values().stream()
                .flatMap(item -> item.readOperations().stream())
                .filter(operation -> !operation.getTags().contains(PAGES));
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

    /** The path under the base URL. Under the cloud URL, slashes are encoded, as the tag says. */
    private String path(HttpUrl url) {
        if (isUnder(cloud, url)) {
            String path = relative(cloud, url);
            return Stream.of(FOLDER, FILE)
                    .map(pattern -> pattern.matcher(path))
                    .filter(Matcher::matches)
                    .findFirst()
                    .map(stored -> stored.group(1) + stored.group(2).replace("/", "%2F"))
                    .orElse(path);
        }
        return Stream.of(base, onboard)
                .filter(address -> isUnder(address, url))
                .findFirst()
                .map(address -> relative(address, url))
                .orElseThrow(() -> new IllegalArgumentException("no address of the API: " + url));
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
        api.getPaths().values().forEach(item -> withSecurity(item, api));
        return api;
    }

    /** The validator looks for credentials only where an operation itself asks for them. */
    private static void withSecurity(PathItem item, OpenAPI api) {
        for (Operation operation : item.readOperations()) {
            if (operation.getSecurity() == null) {
                operation.setSecurity(api.getSecurity());
            }
        }
    }
}

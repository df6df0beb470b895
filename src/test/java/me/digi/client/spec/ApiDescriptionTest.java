package me.digi.client.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import me.digi.client.Environment;
import okhttp3.Headers;
import okhttp3.HttpUrl;
import okio.ByteString;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The check of exchanges finds violations. */
class ApiDescriptionTest {
    private static final Environment PRODUCTION = Environment.production();
    private static final ApiDescription DESCRIPTION = ApiDescription.of(PRODUCTION);
    private static final Headers SIGNED =
            Headers.of("Authorization", "Bearer a.b.c", "Content-Type", "application/json");
    private static final String SESSION = "{\"session\":{\"key\":\"k\",\"expiry\":1}}";

    @Test
    void exchangeAsDescribedHasNoViolation() {
        assertThat(trigger("{\"scope\":{\"timeRanges\":[{\"last\":\"6m\"}]}}", 200, SESSION))
                .isEmpty();
        assertThat(trigger("{}", 401, "{\"error\":{\"code\":\"InvalidToken\",\"message\":\"m\"}}"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    {"scope":{"timeRange":[]}}         | not allowed by the schema
                    {"scope":{"timeRanges":{}}}        | does not match any allowed primitive type
                    {"sourceFetch":"no"}               | does not match any allowed primitive type
                    {"limits":{"duration":{"sourceFetch":1.5}}} | does not match any allowed primitive type
                    {"agent":{}}                       | missing required properties
                    {                                  | Unable to parse JSON
                    """)
    void requestWithAnotherBodyIsNoticed(String body, String violation) {
        assertThat(trigger(body, 200, SESSION)).singleElement().asString().contains(violation);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    200 | {"session":{"key":"k"}}                       | missing required properties
                    200 | {"session":{"key":"k","expiry":"soon"}}       | does not match any allowed primitive type
                    200 | {"session":{"key":"k","expiry":1,"more":1}}   | not allowed by the schema
                    200 | []                                            | does not match any allowed primitive type
                    401 | {"error":{"code":"InvalidToken"}}             | missing required properties
                    401 | {"errors":[]}                                 | missing required properties
                    403 | {"error":"Forbidden"}                         | does not match any allowed primitive type
                    418 | {"session":{"key":"k","expiry":1}}            | missing required properties
                    500 | {}                                            | missing required properties
                    302 | {"session":{"key":"k","expiry":1}}            | Response status 302 not defined
                    """)
    void otherResponseIsNoticed(int status, String response, String violation) {
        assertThat(trigger("{}", status, response))
                .anySatisfy(found -> assertThat(found).contains(violation));
    }

    @Test
    void missingCredentialsAreReportedOnlyWhereTheyAreRequired() {
        Headers unsigned = Headers.of("Content-Type", "application/json");

        assertThat(violations("POST", "permission-access/trigger", unsigned, "{}", SESSION))
                .singleElement()
                .asString()
                .contains("requires security parameters");
        assertThat(violations("GET", "jwks/oauth", unsigned, "", "{\"keys\":[]}"))
                .isEmpty();
    }

    @Test
    void otherPathMethodOrParameterIsNoticed() {
        assertThat(violations("POST", "permission-access/triggers", SIGNED, "{}", SESSION))
                .isNotEmpty();
        assertThat(violations("PUT", "permission-access/trigger", SIGNED, "{}", SESSION))
                .isNotEmpty();
        assertThat(violations("GET", "permission-access/sample/datasets/x", SIGNED, "", "{}"))
                .isNotEmpty();
        assertThat(violations("GET", "permission-access/sample/datasets/4000000000", SIGNED, "", "{}"))
                .isEmpty();
        assertThat(violations("DELETE", "permission-access/service/h:accountId", SIGNED, "", "{}"))
                .singleElement()
                .asString()
                .contains("accountId");
        assertThat(violations("GET", "permission-access/accounts?page=2", SIGNED, "", "[]"))
                .singleElement()
                .asString()
                .contains("page");
    }

    @Test
    void undescribedMembersAreAllowedWhereTheSchemaAllowsThem() {
        String response = "{\"data\":[{\"id\":1,\"category\":[{\"id\":2}]}],\"limit\":1,\"offset\":0,\"total\":1}";

        assertThat(violations("POST", "discovery/sources", SIGNED, "{\"query\":{\"filter\":{\"new\":[1]}}}", response))
                .isEmpty();
        assertThat(violations("POST", "discovery/sources", SIGNED, "{\"new\":1}", response))
                .isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/diary/", "/diary/2023/"})
    void foldersOfStorageAreListed(String folder) {
        String path = "clouds/s/files/apps/my-app" + folder;
        String response = "{\"files\":[{\"id\":\"i\",\"name\":\"n\",\"originalName\":\"n\",\"originalPath\":\"/\","
                + "\"path\":\"/\"}],\"total\":1}";

        assertThat(stored("GET", path + "?recursive=true", Headers.of(), response))
                .isEmpty();
        assertThat(stored("GET", path + "?recursive=maybe", Headers.of(), response))
                .isNotEmpty();
        assertThat(stored("GET", path, Headers.of(), response)).isNotEmpty();
        assertThat(stored("GET", path + "?recursive=true", Headers.of(), "{\"total\":1}"))
                .isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"notes.json", "diary/2023/notes%25.json"})
    void filesOfStorageAreUploadedAndDeleted(String file) {
        String path = "clouds/s/files/apps/my-app/" + file;

        assertThat(stored("POST", path, Headers.of("Content-Type", "application/octet-stream"), "{}"))
                .isEmpty();
        assertThat(stored("POST", path, Headers.of("Content-Type", "application/json"), "{}"))
                .isNotEmpty();
        assertThat(stored("DELETE", path, Headers.of(), "")).isEmpty();
        assertThat(stored("PATCH", path, Headers.of(), "")).isNotEmpty();
    }

    @Test
    void urlOfAnotherHostIsNotTheApis() {
        Exchange exchange =
                exchange("GET", HttpUrl.get("https://api.digi.me/v1.8/jwks/oauth"), Headers.of(), "", 200, "{}");

        assertThatIllegalArgumentException().isThrownBy(() -> DESCRIPTION.violations(exchange));
    }

    private static List<String> trigger(String body, int status, String response) {
        return DESCRIPTION.violations(
                exchange("POST", url("permission-access/trigger"), SIGNED, body, status, response));
    }

    private static List<String> violations(String method, String path, Headers headers, String body, String response) {
        return DESCRIPTION.violations(exchange(method, url(path), headers, body, 200, response));
    }

    private static List<String> stored(String method, String path, Headers headers, String response) {
        return DESCRIPTION.violations(new Exchange(
                method,
                HttpUrl.get(PRODUCTION.cloudUrl() + path),
                headers.newBuilder().add("Authorization", "Bearer a.b.c").build(),
                headers.size() == 0 ? ByteString.EMPTY : ByteString.encodeUtf8("{}"),
                200,
                Headers.of("Content-Type", "application/json"),
                ByteString.encodeUtf8(response)));
    }

    private static Exchange exchange(
            String method, HttpUrl url, Headers headers, String body, int status, String response) {
        return new Exchange(
                method,
                url,
                headers,
                ByteString.encodeUtf8(body),
                status,
                Headers.of("Content-Type", "application/json"),
                ByteString.encodeUtf8(response));
    }

    private static HttpUrl url(String path) {
        return HttpUrl.get(PRODUCTION.baseUrl() + path);
    }
}

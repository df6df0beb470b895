package me.digi.client.spring;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The properties {@code digime.*}.
 *
 * @param applicationId The application's id at digi.me.
 * @param connectTimeout How long to wait for a connection.
 * @param readTimeout How long to wait for the next byte of a response.
 * @param writeTimeout How long to wait until the next byte of a request is accepted.
 * @param callTimeout How long a call may take in total, retries included.
 * @param stallTimeout How long the content of a file may stall in total.
 */
@ConfigurationProperties("digime")
public record DigiMeProperties(
        @Nullable String applicationId,
        @DefaultValue Contract contract,
        @DefaultValue Service environment,
        @DefaultValue("10s") Duration connectTimeout,
        @DefaultValue("30s") Duration readTimeout,
        @DefaultValue("30s") Duration writeTimeout,
        @DefaultValue("2m") Duration callTimeout,
        @DefaultValue("2m") Duration stallTimeout,
        @DefaultValue Retry retry,
        @DefaultValue Store store,
        @DefaultValue Consent consent) {

    /**
     * The contract with digi.me.
     *
     * @param id The contract's id at digi.me.
     * @param privateKey The contract's private key: PEM text, with line breaks or \n, or where it is, beginning with
     *     file: or classpath:.
     */
    public record Contract(@Nullable String id, @Nullable String privateKey) {
        @Override
        public String toString() {
            return "Contract[id=" + id + ", privateKey=***]";
        }
    }

    /**
     * The digi.me service to use.
     *
     * @param baseUrl The URL of the API.
     * @param onboardUrl The URL of the pages for users' browsers.
     * @param cloudUrl The URL of the files in users' storages.
     */
    public record Service(
            @DefaultValue("https://api.digi.me/v1.7/") String baseUrl,
            @DefaultValue("https://api.digi.me/apps/saas/") String onboardUrl,
            @DefaultValue("https://cloud.digi.me/v1/") String cloudUrl) {}

    /**
     * Which requests are retried.
     *
     * @param limit The number of retries after the first attempt.
     * @param statuses The HTTP statuses to retry.
     * @param baseDelay The pause before the first retry, doubled for each further one.
     * @param maxDelay The longest pause.
     * @param jitter The largest random cut of a pause, from 0 to 1.
     * @param maxRetryAfter The longest Retry-After to wait for.
     */
    public record Retry(
            @DefaultValue("2") int limit,

            @DefaultValue({"408", "429", "500", "502", "503", "504", "521", "522", "524"})
            Set<Integer> statuses,

            @DefaultValue("500ms") Duration baseDelay,
            @DefaultValue("10s") Duration maxDelay,
            @DefaultValue("0.5") double jitter,
            @DefaultValue("30s") Duration maxRetryAfter) {}

    /**
     * Where users' token pairs are stored.
     *
     * @param type Which store; "auto" is jdbc if there is a data source, else file if there is a directory, else
     *     memory.
     * @param table The table of the jdbc store, optionally preceded by a schema and a dot.
     * @param createTable Whether to create or upgrade the table at start-up.
     * @param directory The directory of the file store.
     * @param encryptionKeys What records are encrypted with: the current key first, then older ones that only decrypt.
     */
    public record Store(
            @DefaultValue("auto") StoreType type,
            @DefaultValue("digime_grant") String table,
            @DefaultValue("false") boolean createTable,
            @Nullable Path directory,
            @DefaultValue List<EncryptionKey> encryptionKeys) {}

    /** The kinds of store. */
    public enum StoreType {
        AUTO,
        JDBC,
        FILE,
        MEMORY
    }

    /**
     * A key that encrypts stored records.
     *
     * @param id The name that records are marked with.
     * @param key 32 random bytes in base64.
     */
    public record EncryptionKey(
            @Nullable String id, @Nullable String key) {
        @Override
        public String toString() {
            return "EncryptionKey[id=" + id + ", key=***]";
        }
    }

    /**
     * The endpoints for consent, in a servlet application.
     *
     * @param enabled Whether there are endpoints.
     * @param redirectUri Where digi.me sends the browser back, as registered in the contract; its path is the callback
     *     endpoint.
     * @param path What the paths of the other endpoints begin with: POST …/consent and GET …/reauthorize.
     * @param successPath The page of the application after consent, unless the form named one.
     * @param refusedPath The page of the application after a refusal; gets the parameter "error".
     */
    public record Consent(
            @DefaultValue("false") boolean enabled,
            @Nullable URI redirectUri,
            @DefaultValue("/digime") String path,
            @DefaultValue("/") String successPath,
            @DefaultValue("/") String refusedPath) {}
}

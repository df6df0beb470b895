package me.digi.client.spring.sandbox;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The properties {@code digime.sandbox.*}.
 *
 * @param enabled Whether to start a sandbox and use it instead of digi.me.
 * @param yearOfFiles Whether new users have files of the last twelve months, which take some time to fetch.
 * @param openBrowser Whether to open the application in a browser when it is ready.
 */
@ConfigurationProperties("digime.sandbox")
public record DigiMeSandboxProperties(
        @DefaultValue("false") boolean enabled,
        @DefaultValue("false") boolean yearOfFiles,
        @DefaultValue("false") boolean openBrowser) {}

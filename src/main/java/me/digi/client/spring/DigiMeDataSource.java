package me.digi.client.spring;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.beans.factory.annotation.Qualifier;

/**
 * Marks the data source of the token store, so that it has a connection pool of its own.
 *
 * <pre>{@code
 * @Bean(defaultCandidate = false)
 * @DigiMeDataSource
 * @ConfigurationProperties("my.tokens.data-source")
 * HikariDataSource tokens() {
 *     return new HikariDataSource();
 * }
 * }</pre>
 */
@Documented
@Qualifier
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.METHOD, ElementType.PARAMETER, ElementType.TYPE})
public @interface DigiMeDataSource {}

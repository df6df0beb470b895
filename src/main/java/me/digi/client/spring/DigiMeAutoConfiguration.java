package me.digi.client.spring;

import static me.digi.client.spring.InvalidPropertyException.field;

import io.micrometer.observation.ObservationRegistry;
import java.time.Clock;
import javax.sql.DataSource;
import me.digi.client.DigiMe;
import me.digi.client.auth.ContractDetails;
import me.digi.client.diagnostics.MicrometerObserver;
import me.digi.client.diagnostics.RequestLogger;
import me.digi.client.diagnostics.TokenListener;
import me.digi.client.retry.RetryPolicy;
import me.digi.client.spring.DigiMeProperties.Retry;
import me.digi.client.store.TokenStore;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.ResourceLoader;

/**
 * The beans {@link DigiMe}, {@link ContractDetails} and {@link TokenStore}, each unless the application declares its
 * own. The context closes the client.
 */
@AutoConfiguration(
        afterName = { // Spring Boot 3 and 4
            "org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration",
            "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration"
        })
@EnableConfigurationProperties(DigiMeProperties.class)
public final class DigiMeAutoConfiguration {
    @Bean
    @ConditionalOnMissingBean
    DigiMeConnectionDetails digiMeConnectionDetails(DigiMeProperties properties, ResourceLoader resources) {
        return new PropertiesConnectionDetails(properties, resources);
    }

    @Bean
    @ConditionalOnMissingBean
    ContractDetails digiMeContract(DigiMeConnectionDetails connection) {
        return connection.contract();
    }

    @Bean
    @ConditionalOnMissingBean
    TokenStore digiMeTokenStore(
            DigiMeProperties properties,
            @DigiMeDataSource ObjectProvider<DataSource> storeDataSource,
            ObjectProvider<DataSource> dataSource) {
        return TokenStores.create(properties.store(), () -> storeDataSource.getIfAvailable(dataSource::getIfAvailable));
    }

    /** The only contract, or the primary one, is the client's default contract. */
    @Bean
    @ConditionalOnMissingBean
    DigiMe digiMe(
            DigiMeProperties properties,
            DigiMeConnectionDetails connection,
            TokenStore tokenStore,
            ObjectProvider<ContractDetails> contract,
            ObjectProvider<TokenListener> tokenListener,
            ObjectProvider<RequestLogger> logger,
            ObjectProvider<Clock> clock,
            ObjectProvider<DigiMeCustomizer> customizers) {
        DigiMe.Builder builder = field(
                "digime",
                () -> DigiMe.builder()
                        .applicationId(connection.applicationId())
                        .environment(connection.environment())
                        .connectTimeout(properties.connectTimeout())
                        .readTimeout(properties.readTimeout())
                        .writeTimeout(properties.writeTimeout())
                        .callTimeout(properties.callTimeout())
                        .stallTimeout(properties.stallTimeout()));
        builder.retryPolicy(retryPolicy(properties.retry())).tokenStore(tokenStore);
        contract.ifUnique(builder::contract);
        tokenListener.ifUnique(builder::tokenListener);
        logger.ifUnique(builder::logger);
        clock.ifUnique(builder::clock);
        customizers.orderedStream().forEach(customizer -> customizer.customize(builder));
        return builder.build();
    }

    static RetryPolicy retryPolicy(Retry retry) {
        RetryPolicy.Builder policy = RetryPolicy.builder()
                .limit(retry.limit())
                .baseDelay(retry.baseDelay())
                .maxDelay(retry.maxDelay())
                .jitter(retry.jitter())
                .maxRetryAfter(retry.maxRetryAfter())
                .addAllStatuses(retry.statuses());
        return field("digime.retry", policy::build);
    }

    /** Metrics and traces, if the application has Micrometer; its own customizers come later. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(ObservationRegistry.class)
    static final class Observing {
        @Bean
        @Order(Ordered.HIGHEST_PRECEDENCE)
        DigiMeCustomizer digiMeObservations(ObjectProvider<ObservationRegistry> registry) {
            return builder -> registry.ifUnique(unique -> builder.observer(MicrometerObserver.of(unique)));
        }
    }
}

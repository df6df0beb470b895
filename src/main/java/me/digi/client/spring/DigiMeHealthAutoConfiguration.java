package me.digi.client.spring;

import java.util.function.Function;
import java.util.function.Supplier;
import me.digi.client.store.GrantKey;
import me.digi.client.store.TokenStore;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The health of the token store, as the component {@code digiMe}: down if it cannot be read. digi.me itself is not
 * called, since restarting the application does not help when digi.me is down. {@code
 * management.health.digime.enabled=false} removes it.
 */
@AutoConfiguration(after = DigiMeAutoConfiguration.class)
@ConditionalOnBean(TokenStore.class)
@ConditionalOnProperty(name = "management.health.digime.enabled", matchIfMissing = true)
public final class DigiMeHealthAutoConfiguration {
    private static final GrantKey NOBODY = new GrantKey("digime-health", "nobody");

    private static <H> H health(TokenStore store, Supplier<H> up, Function<RuntimeException, H> down) {
        try {
            store.load(NOBODY);
            return up.get();
        } catch (RuntimeException e) {
            return down.apply(e);
        }
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(name = "org.springframework.boot.actuate.health.HealthIndicator")
    static final class SpringBoot3 {
        @Bean
        @ConditionalOnMissingBean(name = "digiMeHealthIndicator")
        org.springframework.boot.actuate.health.HealthIndicator digiMeHealthIndicator(TokenStore store) {
            return () -> health(
                    store,
                    () -> org.springframework.boot.actuate.health.Health.up().build(),
                    failure -> org.springframework.boot.actuate.health.Health.down(failure)
                            .build());
        }
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(name = "org.springframework.boot.health.contributor.HealthIndicator")
    static final class SpringBoot4 {
        @Bean
        @ConditionalOnMissingBean(name = "digiMeHealthIndicator")
        org.springframework.boot.health.contributor.HealthIndicator digiMeHealthIndicator(TokenStore store) {
            return () -> health(
                    store,
                    () -> org.springframework.boot.health.contributor.Health.up()
                            .build(),
                    failure -> org.springframework.boot.health.contributor.Health.down(failure)
                            .build());
        }
    }
}

package me.digi.client.spring.sandbox;

import java.util.LinkedHashSet;
import java.util.Set;
import me.digi.client.Environment;
import me.digi.client.auth.ContractDetails;
import me.digi.client.sandbox.ContractView;
import me.digi.client.sandbox.Sandbox;
import me.digi.client.sandbox.SandboxBuilder;
import me.digi.client.sandbox.SandboxClock;
import me.digi.client.spring.DigiMeConnectionDetails;
import me.digi.client.spring.DigiMeCustomizer;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Fallback;

/**
 * A sandbox, its clock, and a client that uses both instead of the properties for application, contract and service.
 * {@code digime.consent.redirect-uri} is registered in the sandbox. A bean of type {@link SandboxBuilder} configures
 * the sandbox:
 *
 * <pre>{@code
 * @TestConfiguration
 * class ShortLives {
 *     @Bean
 *     SandboxBuilder sandbox() {
 *         return Sandbox.builder().accessTokenLifetime(Duration.ofMinutes(1));
 *     }
 * }
 * }</pre>
 *
 * <p>An existing bean of type {@link Sandbox} is used instead, such as one that two applications share. For
 * development, there is {@link DigiMeSandboxAutoConfiguration}.
 */
@Configuration(proxyBeanMethods = false)
public class SandboxConfiguration {
    @Bean
    @ConditionalOnMissingBean
    Sandbox digiMeSandbox(ObjectProvider<SandboxBuilder> builder) {
        return builder.getIfUnique(Sandbox::builder).start();
    }

    /** The application's own clock takes precedence. */
    @Bean
    @Fallback
    SandboxClock digiMeSandboxClock(Sandbox sandbox) {
        return sandbox.clock();
    }

    @Bean
    DigiMeCustomizer digiMeSandboxTime(SandboxClock clock) {
        return builder -> builder.clock(clock);
    }

    @Bean
    DigiMeConnectionDetails digiMeSandboxConnection(
            Sandbox sandbox, @Value("${digime.consent.redirect-uri:#{null}}") @Nullable String redirectUri) {
        ContractDetails contract = sandbox.contract();
        if (redirectUri != null) {
            register(sandbox, contract.contractId(), redirectUri);
        }
        return new DigiMeConnectionDetails() {
            @Override
            public String applicationId() {
                return sandbox.applicationId();
            }

            @Override
            public Environment environment() {
                return sandbox.environment();
            }

            @Override
            public ContractDetails contract() {
                return contract;
            }
        };
    }

    private static void register(Sandbox sandbox, String contractId, String redirectUri) {
        Set<String> redirectUris = new LinkedHashSet<>();
        redirectUris.add(redirectUri);
        sandbox.contracts().stream()
                .filter(contract -> contract.id().equals(contractId))
                .map(ContractView::redirectUris)
                .forEach(redirectUris::addAll);
        sandbox.redirectUris(contractId, redirectUris);
    }
}

package me.digi.client.spring.sandbox;

import me.digi.client.Environment;
import me.digi.client.auth.ContractDetails;
import me.digi.client.sandbox.Sandbox;
import me.digi.client.sandbox.SandboxBuilder;
import me.digi.client.sandbox.SandboxClock;
import me.digi.client.spring.DigiMeConnectionDetails;
import me.digi.client.spring.DigiMeCustomizer;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Fallback;

/**
 * A sandbox, its clock, and a client that uses both instead of the properties for application, contract and service.
 * {@code digime.consent.redirect-uri} is registered in the sandbox. A bean of type {@link SandboxBuilder} sets the
 * sandbox up:
 *
 * <pre>{@code
 * @Configuration
 * @Profile("sandbox")
 * @Import(SandboxConfiguration.class)
 * class Development {
 *     @Bean
 *     SandboxBuilder sandbox() {
 *         return Sandbox.builder().runningClock();
 *     }
 * }
 * }</pre>
 */
@Configuration(proxyBeanMethods = false)
public class SandboxConfiguration {
    @Bean
    Sandbox digiMeSandbox(
            ObjectProvider<SandboxBuilder> builder,
            @Value("${digime.consent.redirect-uri:#{null}}") @Nullable String redirectUri) {
        SandboxBuilder sandbox = builder.getIfUnique(Sandbox::builder);
        return redirectUri == null
                ? sandbox.start()
                : sandbox.redirectUri(redirectUri).start();
    }

    /** An application with a clock of its own keeps it. */
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
    DigiMeConnectionDetails digiMeSandboxConnection(Sandbox sandbox) {
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
                return sandbox.contract();
            }
        };
    }
}

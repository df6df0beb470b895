package me.digi.client.spring.sandbox;

import me.digi.client.sandbox.Sandbox;
import me.digi.client.sandbox.SandboxBuilder;
import me.digi.client.sandbox.SandboxLibrary;
import me.digi.client.spring.DigiMeAutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/**
 * A sandbox for development, if {@code digime.sandbox.enabled} is true: {@link SandboxConfiguration} with a running
 * clock, unless the application declares its own {@link SandboxBuilder} or {@link Sandbox}.
 */
@AutoConfiguration(before = DigiMeAutoConfiguration.class)
@ConditionalOnClass(Sandbox.class)
@ConditionalOnProperty(name = "digime.sandbox.enabled", havingValue = "true")
@EnableConfigurationProperties(DigiMeSandboxProperties.class)
@Import(SandboxConfiguration.class)
public final class DigiMeSandboxAutoConfiguration {
    @Bean
    @ConditionalOnMissingBean
    SandboxBuilder digiMeSandboxBuilder(DigiMeSandboxProperties properties) {
        SandboxBuilder builder = Sandbox.builder().runningClock();
        return properties.yearOfFiles() ? builder.newUsers(SandboxLibrary::yearOfFiles) : builder;
    }

    @Bean
    SandboxWelcome digiMeSandboxWelcome(Sandbox sandbox, DigiMeSandboxProperties properties) {
        return new SandboxWelcome(sandbox, properties.openBrowser());
    }
}

package me.digi.client.spring;

import jakarta.servlet.ServletContext;
import java.net.URI;
import java.security.Principal;
import java.time.Clock;
import java.util.List;
import me.digi.client.DigiMe;
import me.digi.client.spring.DigiMeProperties.Consent;
import me.digi.client.store.TokenStore;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerResponse;

/** Controllers with a {@link me.digi.client.DigiMeUser}, and the endpoints for consent, in a servlet application. */
@AutoConfiguration(after = DigiMeAutoConfiguration.class)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@ConditionalOnClass(WebMvcConfigurer.class)
@ConditionalOnBean(DigiMe.class)
public final class DigiMeWebAutoConfiguration {
    @Bean
    @ConditionalOnMissingBean
    UserKeyResolver digiMeUserKeyResolver() {
        return request -> {
            Principal principal = request.getUserPrincipal();
            return principal == null ? null : principal.getName();
        };
    }

    @Bean
    WebMvcConfigurer digiMeUserArguments(ObjectProvider<DigiMe> digiMe, UserKeyResolver users) {
        return new WebMvcConfigurer() {
            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.add(new DigiMeUserArgumentResolver(digiMe::getObject, users));
            }
        };
    }

    /** The flow of consent. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnProperty(name = "digime.consent.enabled", havingValue = "true")
    static final class ConsentConfiguration {
        private final Consent consent;
        private final String contextPath;

        ConsentConfiguration(DigiMeProperties properties, ServletContext servletContext) {
            consent = properties.consent();
            contextPath = servletContext.getContextPath();
        }

        @Bean
        @ConditionalOnMissingBean
        ConsentRedirect digiMeConsentRedirect() {
            return new DefaultConsentRedirect(
                    contextPath + localPath("success-path", consent.successPath()),
                    contextPath + localPath("refused-path", consent.refusedPath()));
        }

        @Bean
        RouterFunction<ServerResponse> digiMeConsentEndpoints(
                DigiMe digiMe,
                UserKeyResolver users,
                ConsentRedirect redirect,
                ApplicationEventPublisher events,
                DigiMeProperties properties,
                TokenStore tokenStore,
                ObjectProvider<Clock> clock,
                ObjectProvider<AuthorizationRequestCustomizer> customizers) {
            URI redirectUri = redirectUri();
            String path = prefix(consent.path());
            Claims claims = new Claims(
                    tokenStore,
                    clock.getIfUnique(Clock::systemUTC),
                    properties.callTimeout().plusMinutes(1));
            ConsentEndpoints endpoints = new ConsentEndpoints(
                    digiMe,
                    redirectUri,
                    users,
                    new Callbacks(digiMe, claims, redirect, events),
                    customizers.orderedStream().toList());
            return RouterFunctions.route()
                    .POST(path + "/consent", endpoints::start)
                    .GET(path + "/reauthorize", endpoints::reauthorize)
                    .GET(withoutContext(redirectUri.getPath()), endpoints::callback)
                    .build();
        }

        @Bean
        ConsentRequiredResolver digiMeConsentRequired(UserKeyResolver users) {
            return new ConsentRequiredResolver(contextPath + consent.path() + "/reauthorize", users);
        }

        private URI redirectUri() {
            URI uri = consent.redirectUri();
            if (uri == null
                    || uri.getHost() == null
                    || uri.getRawFragment() != null
                    || !LocalPath.matches(uri.getRawPath())) {
                throw new InvalidPropertyException(
                        "digime.consent.redirect-uri must be a URL with a path and without a fragment: " + uri);
            }
            return uri;
        }

        private String withoutContext(String path) {
            return path.startsWith(contextPath + '/') ? path.substring(contextPath.length()) : path;
        }

        /** Other paths are appended to it. */
        private static String prefix(String path) {
            if (path.endsWith("/") || path.contains("?") || path.contains("#")) {
                throw new InvalidPropertyException(
                        "digime.consent.path must not end with a slash or have a query: " + path);
            }
            return localPath("path", path);
        }

        private static String localPath(String property, String path) {
            if (!LocalPath.matches(path)) {
                throw new InvalidPropertyException("digime.consent." + property + " is not a path: " + path);
            }
            return path;
        }
    }
}

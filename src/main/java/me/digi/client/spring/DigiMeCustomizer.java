package me.digi.client.spring;

import me.digi.client.DigiMe;

/**
 * Beans of this type change the client before it is built, in their order, after all properties.
 *
 * <pre>{@code
 * @Bean
 * DigiMeCustomizer proxy(OkHttpClient client) {
 *     return builder -> builder.httpClient(client);
 * }
 * }</pre>
 */
@FunctionalInterface
public interface DigiMeCustomizer {
    void customize(DigiMe.Builder builder);
}

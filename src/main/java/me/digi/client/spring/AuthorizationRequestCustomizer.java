package me.digi.client.spring;

import jakarta.servlet.http.HttpServletRequest;
import me.digi.client.auth.AuthorizationRequest;

/**
 * Beans of this type change what the endpoints ask digi.me for when a user has to consent, in their order.
 *
 * <pre>{@code
 * @Bean
 * AuthorizationRequestCustomizer source() {
 *     return (authorization, request) -> {
 *         if ("bank".equals(request.getParameter("share"))) {
 *             authorization.serviceId(420);
 *         }
 *     };
 * }
 * }</pre>
 *
 * <p>The parameters of the request can be anything: check them. Not called when the user only renews a consent.
 */
@FunctionalInterface
public interface AuthorizationRequestCustomizer {
    /**
     * Changes a request.
     *
     * @param request of the browser
     */
    void customize(AuthorizationRequest authorization, HttpServletRequest request);
}

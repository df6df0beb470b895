package me.digi.client.spring;

import jakarta.servlet.http.HttpServletRequest;
import me.digi.client.auth.AuthorizationRequest;

/**
 * Changes the authorization requests of the endpoints. Beans of this type are called in their order.
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
 * <p>Anyone can set the parameters of the request: check them. Not called when the user only renews a consent.
 */
@FunctionalInterface
public interface AuthorizationRequestCustomizer {
    /**
     * Changes an authorization request.
     *
     * @param request the browser's
     */
    void customize(AuthorizationRequest authorization, HttpServletRequest request);
}

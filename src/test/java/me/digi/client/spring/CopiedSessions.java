package me.digi.client.spring;

import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpSession;
import java.lang.reflect.Proxy;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** As Spring Session does, gives each request a copy of the session as it was, and writes back what changed. */
final class CopiedSessions {
    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE)
    Filter copies() {
        return (request, response, chain) -> {
            Copy copy = new Copy((HttpServletRequest) request);
            chain.doFilter(copy, response);
            copy.writeBack();
        };
    }

    private static final class Copy extends HttpServletRequestWrapper {
        private final Map<String, Object> attributes = new HashMap<>();
        private final Map<String, @Nullable Object> changes = new HashMap<>();

        Copy(HttpServletRequest request) {
            super(request);
            HttpSession session = request.getSession(false);
            if (session != null) {
                Collections.list(session.getAttributeNames())
                        .forEach(name -> attributes.put(name, session.getAttribute(name)));
            }
        }

        @Override
        public HttpSession getSession() {
            return getSession(true);
        }

        @Override
        public @Nullable HttpSession getSession(boolean create) {
            HttpSession session = super.getSession(create);
            return session == null ? null : copyOf(session);
        }

        private HttpSession copyOf(HttpSession session) {
            return (HttpSession) Proxy.newProxyInstance(
                    CopiedSessions.class.getClassLoader(),
                    new Class<?>[] {HttpSession.class},
                    (proxy, method, arguments) -> switch (method.getName()) {
                        case "getAttribute" -> attributes.get((String) arguments[0]);
                        case "getAttributeNames" -> Collections.enumeration(attributes.keySet());
                        case "setAttribute" -> change((String) arguments[0], arguments[1]);
                        case "removeAttribute" -> change((String) arguments[0], null);
                        default -> method.invoke(session, arguments);
                    });
        }

        private @Nullable Object change(String name, @Nullable Object value) {
            changes.put(name, value);
            if (value == null) {
                attributes.remove(name);
            } else {
                attributes.put(name, value);
            }
            return null;
        }

        void writeBack() {
            HttpSession session = super.getSession(false);
            if (session != null) {
                changes.forEach(session::setAttribute); // null removes
            }
        }
    }
}

package me.digi.client.spring;

import jakarta.servlet.Filter;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.lang.reflect.Proxy;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;

/**
 * Like Spring Session, gives each request a copy of the session, and writes back the changes. Applications
 * with the same store share their sessions.
 */
final class CopiedSessions {
    @Bean
    FilterRegistrationBean<Filter> copies(ObjectProvider<Store> store) {
        Store sessions = store.getIfAvailable(Store::new);
        FilterRegistrationBean<Filter> filter = new FilterRegistrationBean<>((request, response, chain) -> {
            Copy copy = new Copy((HttpServletRequest) request, (HttpServletResponse) response, sessions);
            chain.doFilter(copy, response);
            copy.writeBack();
        });
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return filter;
    }

    /** The attributes of each session. */
    static final class Store {
        private final Map<String, Map<String, Object>> byId = new ConcurrentHashMap<>();

        Map<String, Object> attributes(String id) {
            return byId.computeIfAbsent(id, unused -> new ConcurrentHashMap<>());
        }
    }

    private static final class Copy extends HttpServletRequestWrapper {
        private static final String COOKIE = "COPIED";

        private final Map<String, Object> attributes;
        private final Map<String, @Nullable Object> changes = new HashMap<>();
        private final Map<String, Object> stored;

        Copy(HttpServletRequest request, HttpServletResponse response, Store store) {
            super(request);
            Cookie[] cookies = Objects.requireNonNullElse(request.getCookies(), new Cookie[0]);
            String id = Stream.of(cookies)
                    .filter(cookie -> cookie.getName().equals(COOKIE))
                    .map(Cookie::getValue)
                    .findFirst()
                    .orElseGet(() -> UUID.randomUUID().toString());
            Cookie cookie = new Cookie(COOKIE, id);
            cookie.setPath("/");
            response.addCookie(cookie);
            stored = store.attributes(id);
            attributes = new HashMap<>(stored);
        }

        @Override
        public HttpSession getSession() {
            return Objects.requireNonNull(getSession(true));
        }

        @Override
        public @Nullable HttpSession getSession(boolean create) {
            HttpSession session = super.getSession(create || !attributes.isEmpty());
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
            changes.forEach((name, value) -> {
                if (value == null) {
                    stored.remove(name);
                } else {
                    stored.put(name, value);
                }
            });
        }
    }
}

package me.digi.client.spring;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/** Returns the user who sent a request. Default: the name of the authenticated principal. */
@FunctionalInterface
public interface UserKeyResolver {
    /** The application's own name for the user, under which the token pair is stored; null if no user is signed in. */
    @Nullable
    String resolve(HttpServletRequest request);

    /**
     * The user's name.
     *
     * @throws ResponseStatusException 401 if no user is signed in
     */
    default String require(HttpServletRequest request) {
        String userKey = resolve(request);
        if (userKey == null) {
            throw new ResponseStatusException(HttpStatus.UNAUTHORIZED);
        }
        return userKey;
    }
}

package me.digi.client.spring;

import jakarta.servlet.http.HttpServletRequest;

/** A browser that goes to a page, and follows a redirect to another site; a script's request does not. */
final class Navigation {
    private Navigation() {}

    static boolean isOne(HttpServletRequest request) {
        if (!request.getMethod().equals("GET")) {
            return false;
        }
        String mode = request.getHeader("Sec-Fetch-Mode");
        String accept = request.getHeader("Accept");
        return mode == null ? accept != null && accept.contains("text/html") : mode.equals("navigate");
    }
}

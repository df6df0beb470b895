package me.digi.client.sandbox;

/** The theme and the width of a browser: {@code light}, {@code dark}, {@code phone} or {@code phone-dark}. */
final class Looks {
    private Looks() {}

    static void set(Browser browser, String look) {
        if (look.endsWith("dark")) {
            browser.dark();
        } else {
            browser.light();
        }
        if (look.startsWith("phone")) {
            browser.phone();
        } else {
            browser.desktop();
        }
    }
}

package me.digi.client.sandbox;

import java.net.URI;
import me.digi.client.sandbox.internal.page.PageException;
import me.digi.client.sandbox.internal.page.Pages;
import org.jspecify.annotations.Nullable;

/** Decides on a page as a user would, without a browser. */
final class Visitor {
    private final String onboardUrl;
    private final Pages pages;

    Visitor(String onboardUrl, Pages pages) {
        this.onboardUrl = onboardUrl;
        this.pages = pages;
    }

    /** Returns the callback after consent, or with the error code if there is one. */
    URI decide(URI link, @Nullable String errorCode) {
        String page = link.toString().split("\\?", 2)[0];
        if (!page.startsWith(onboardUrl)) {
            throw new IllegalArgumentException("not a page of this sandbox: " + page);
        }
        try {
            return pages.decide(page.substring(onboardUrl.length()), link.getRawQuery(), errorCode);
        } catch (PageException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }
}

package me.digi.client.sandbox;

import java.net.URI;
import me.digi.client.sandbox.internal.page.PageException;
import me.digi.client.sandbox.internal.page.Pages;
import org.jspecify.annotations.Nullable;

/** Somebody who follows a link to a page and decides there, without a browser. */
final class Visitor {
    private final String onboardUrl;
    private final Pages pages;

    Visitor(String onboardUrl, Pages pages) {
        this.onboardUrl = onboardUrl;
        this.pages = pages;
    }

    /** The callback that the browser is sent to: after an agreement, or with the error code if there is one. */
    URI decide(URI link, @Nullable String errorCode) {
        String page = link.toString().split("\\?", 2)[0];
        if (!page.startsWith(onboardUrl)) {
            throw new IllegalArgumentException("the link does not lead to a page of this sandbox: " + page);
        }
        try {
            return pages.decide(page.substring(onboardUrl.length()), link.getRawQuery(), errorCode);
        } catch (PageException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }
}

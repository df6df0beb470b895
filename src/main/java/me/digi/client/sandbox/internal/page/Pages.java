package me.digi.client.sandbox.internal.page;

import java.net.URI;
import java.util.List;
import java.util.Map;
import me.digi.client.sandbox.internal.html.Html;
import me.digi.client.sandbox.internal.json.JsonView;
import me.digi.client.sandbox.internal.json.ShapeException;
import me.digi.client.sandbox.internal.protocol.Query;
import me.digi.client.sandbox.internal.protocol.Rule;
import me.digi.client.sandbox.internal.state.Consent;
import me.digi.client.sandbox.internal.state.User;
import me.digi.client.sandbox.internal.state.World;
import org.jspecify.annotations.Nullable;

/** All pages, and the effects of decisions on them. */
public final class Pages {
    private final World world;
    private final List<Page> pages = List.of(
            new AuthorizePage(),
            new OnboardPage(),
            new ReauthorizeAccountPage(),
            new UserReauthorizationPage(),
            new RevokePage());

    public Pages(World world) {
        this.world = world;
    }

    /**
     * Opens a page.
     *
     * @throws PageException if the URL is invalid
     */
    Opened open(String name, @Nullable String query) {
        Page page = pages.stream()
                .filter(candidate -> candidate.name.equals(name))
                .findFirst()
                .orElseThrow(() -> new PageException(Rule.PAGE, 404, "there is no page " + name));
        JsonView parameters = Parameters.parse(query);
        try {
            page.parameters.check(name, parameters.members());
        } catch (ShapeException e) {
            throw new PageException(Rule.PAGE_ADDRESS, String.valueOf(e.getMessage()));
        }
        return world.locked(() -> {
            Consent consent = world.consents().get(parameters.text("code"));
            if (consent == null || consent.purpose() != page.purpose) {
                throw new PageException(Rule.PAGE_CODE, name + ".code is not a code for this page");
            }
            page.check(parameters, consent, world);
            return new Opened(page, parameters, consent, consent.isOpen(world.now()));
        });
    }

    /**
     * Decides on a page, and returns the callback.
     *
     * @param errorCode null if the user allows it
     * @throws PageException if the URL is invalid
     */
    public URI decide(String name, @Nullable String query, @Nullable String errorCode) {
        return decide(name, query, Choice.NONE, errorCode);
    }

    URI decide(String name, @Nullable String query, Choice choice, @Nullable String errorCode) {
        Opened opened = open(name, query);
        return world.locked(() -> {
            Consent consent = opened.consent();
            // After a double click, the browser follows the second response.
            URI earlier = consent.callbackOf(choice.transaction());
            if (earlier != null) {
                return earlier;
            }
            if (!consent.isOpen(world.now())) {
                return refused(opened, "INVALID_CODE");
            }
            URI callback = errorCode == null
                    ? callback(consent, opened.page().allow(consent, opened.parameters(), choice, world))
                    : refused(opened, errorCode);
            consent.decide(choice.transaction(), callback);
            return callback;
        });
    }

    /** Returns the HTML of a page. */
    Html show(Opened opened, @Nullable String query) {
        return world.locked(() -> new ConsentView(world, opened, query).html());
    }

    /** Returns the user of the page with this query, or null. */
    @Nullable
    String userOf(@Nullable String query) {
        try {
            String code = Query.parse(query).optionalText("code");
            return world.locked(() -> {
                Consent consent = code == null ? null : world.consents().get(code);
                User user = consent == null ? null : consent.user();
                return user == null ? null : user.id();
            });
        } catch (ShapeException e) {
            return null;
        }
    }

    private static URI refused(Opened opened, String errorCode) {
        return callback(opened.consent(), opened.page().refuse(opened.consent(), errorCode));
    }

    private static URI callback(Consent consent, Map<String, String> parameters) {
        return URI.create(Parameters.append(consent.terms().redirectUri(), parameters));
    }

    /** A page with a valid URL, and whether the user can still decide. */
    record Opened(Page page, JsonView parameters, Consent consent, boolean open) {
        /** Sample data can be added without asking the user. */
        boolean needsNoDecision() {
            return parameters.has("sampleDataSet") && "true".equals(parameters.optionalText("sampleDataAutoOnboard"));
        }
    }
}

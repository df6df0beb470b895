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

/** All pages, and what follows from a user's decision on one. */
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
     * What the page at that address asks.
     *
     * @throws PageException if the address is not good
     */
    Opened open(String name, @Nullable String query) {
        Page page = pages.stream()
                .filter(candidate -> candidate.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new PageException(Rule.PAGE, 404, "there is no page " + name));
        JsonView parameters = Parameters.parse(query);
        try {
            page.parameters().check(name, parameters.members());
        } catch (ShapeException e) {
            throw new PageException(Rule.PAGE_ADDRESS, String.valueOf(e.getMessage()));
        }
        return world.locked(() -> {
            Consent consent = world.consents().byCode(parameters.text("code"));
            if (consent == null || consent.purpose() != page.purpose()) {
                throw new PageException(Rule.PAGE_CODE, name + ".code is not a code for this page");
            }
            page.check(parameters, consent, world);
            return new Opened(page, parameters, consent, consent.isOpen(world.now()));
        });
    }

    /**
     * The person decided: the callback that the browser is sent to.
     *
     * @param errorCode why not, or null if the person allows it
     * @throws PageException if the address is not good
     */
    public URI decide(String name, @Nullable String query, @Nullable String errorCode) {
        return decide(name, query, Chosen.NOTHING, errorCode);
    }

    URI decide(String name, @Nullable String query, Chosen chosen, @Nullable String errorCode) {
        Opened opened = open(name, query);
        return world.locked(() -> {
            Consent consent = opened.consent();
            // A button that was pressed twice sends its form twice, and the browser follows the second response.
            URI earlier = consent.callbackOf(chosen.transaction());
            if (earlier != null) {
                return earlier;
            }
            if (!consent.isOpen(world.now())) {
                return refused(opened, "INVALID_CODE");
            }
            URI callback = errorCode == null
                    ? callback(consent, opened.page().allow(consent, opened.parameters(), chosen, world))
                    : refused(opened, errorCode);
            consent.decide(chosen.transaction(), callback);
            return callback;
        });
    }

    /** The page as a browser shows it. */
    Html show(Opened opened, @Nullable String query) {
        return world.locked(() -> new ConsentView(world, opened, query).html());
    }

    /** The user that the page of this query is for, or who has consented there; null if nobody is known. */
    @Nullable
    String userOf(@Nullable String query) {
        try {
            String code = Query.parse(query).optionalText("code");
            return world.locked(() -> {
                Consent consent = code == null ? null : world.consents().byCode(code);
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

    /** A page with an address that is good, and whether the person may still decide. */
    record Opened(Page page, JsonView parameters, Consent consent, boolean open) {
        /** Sample data can be added without a question. */
        boolean asksNobody() {
            return parameters.has("sampleDataSet") && "true".equals(parameters.optionalText("sampleDataAutoOnboard"));
        }
    }
}

package me.digi.client.sandbox.internal.page;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import me.digi.client.sandbox.internal.json.JsonView;
import me.digi.client.sandbox.internal.json.ShapeException;
import me.digi.client.sandbox.internal.state.Consent;
import me.digi.client.sandbox.internal.state.User;
import me.digi.client.sandbox.internal.state.World;
import org.jspecify.annotations.Nullable;

/** All pages, and what comes of a person's decision on one. */
public final class Pages {
    private final World world;
    private final List<Page> pages = List.of(new AuthorizePage(), new UserReauthorizationPage());

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
                .orElseThrow(() -> new PageException(404, "there is no page " + name));
        JsonView parameters = Parameters.parse(query);
        try {
            page.parameters().check(name, parameters.members());
        } catch (ShapeException e) {
            throw new PageException(String.valueOf(e.getMessage()));
        }
        return world.locked(() -> {
            Consent consent = world.consents().byCode(parameters.text("code"));
            if (consent == null || consent.purpose() != page.purpose()) {
                throw new PageException(name + ".code is not a code for this page");
            }
            page.check(parameters, consent, world);
            return new Opened(page, consent, consent.isOpen(world.now()));
        });
    }

    /**
     * The person decided: the callback that the browser is sent to.
     *
     * @param errorCode why not, or null if the person allows it
     * @throws PageException if the address is not good
     */
    public URI decide(String name, @Nullable String query, @Nullable String errorCode) {
        Opened opened = open(name, query);
        return world.locked(() -> {
            Consent consent = opened.consent();
            if (!consent.isOpen(world.now())) {
                return refused(consent, "INVALID_CODE");
            }
            consent.decide();
            return errorCode == null ? allowed(consent) : refused(consent, errorCode);
        });
    }

    private URI allowed(Consent consent) {
        User known = consent.terms().user();
        User user = known == null ? world.users().create(world.now()) : known;
        Map<String, String> parameters = parameters(consent, true);
        parameters.put(
                "code",
                world.codes()
                        .issue(consent, user, world.now().plus(world.lifetimes().code())));
        if (consent.purpose() == Consent.Purpose.AUTHORIZE) {
            parameters.put(
                    "accountReference", String.valueOf(user.accounts().get(0).get("reference")));
        }
        return callback(consent, parameters);
    }

    private static URI refused(Consent consent, String errorCode) {
        Map<String, String> parameters = parameters(consent, false);
        parameters.put("errorCode", errorCode);
        return callback(consent, parameters);
    }

    private static Map<String, String> parameters(Consent consent, boolean success) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("success", String.valueOf(success));
        if (consent.terms().state() != null) {
            parameters.put("state", consent.terms().state());
        }
        return parameters;
    }

    private static URI callback(Consent consent, Map<String, String> parameters) {
        return URI.create(Parameters.append(consent.terms().redirectUri(), parameters));
    }

    /** A page with an address that is good, and whether the person may still decide. */
    record Opened(Page page, Consent consent, boolean open) {}
}

package me.digi.client.sandbox.internal.console;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import me.digi.client.sandbox.Sandbox;
import me.digi.client.sandbox.internal.control.ControlCall;
import me.digi.client.sandbox.internal.control.ControlGuard;
import me.digi.client.sandbox.internal.control.Route;
import me.digi.client.sandbox.internal.html.HtmlDocument;
import me.digi.client.sandbox.internal.http.Response;
import me.digi.client.sandbox.internal.http.Service;
import me.digi.client.sandbox.internal.json.JsonView;
import me.digi.client.sandbox.internal.json.NotJsonException;
import me.digi.client.sandbox.internal.json.ShapeException;
import me.digi.client.sandbox.internal.protocol.Query;
import me.digi.client.sandbox.internal.protocol.Request;
import me.digi.client.sandbox.internal.state.UnknownException;
import me.digi.client.sandbox.internal.state.World;
import org.jspecify.annotations.Nullable;

/** Serves the console, with the same protection as the control API. Its requests are not in the request log. */
public final class ConsoleService implements Service {
    public static final String PATH = "/console/";

    private final ControlGuard guard;
    private final SignIn signIn;
    private final List<Route> routes;

    public ConsoleService(Sandbox sandbox, ControlGuard guard, World world) {
        this.guard = guard;
        this.signIn = new SignIn(guard);
        this.routes = Stream.of(
                        new StartPage(sandbox),
                        new RequestsPage(sandbox),
                        new RequestPage(sandbox),
                        new UsersPage(sandbox),
                        new UserPage(sandbox),
                        new LibraryForms(sandbox),
                        new ContractsPage(sandbox),
                        new ContractPage(sandbox),
                        new TimePage(sandbox, world),
                        new FaultsPage(sandbox),
                        new RulesPage(sandbox))
                .flatMap(page -> page.routes().stream())
                .toList();
    }

    @Override
    public Response serve(Request request) {
        ControlGuard.Denied foreign = guard.checkOrigin(request);
        if (foreign != null) {
            return Layout.outside(foreign.status(), "Not allowed", Layout.alert(foreign.message()));
        }
        try {
            String token = token(request);
            if (token != null) {
                return signIn.signIn(token);
            }
            ControlGuard.Denied denied = guard.check(request);
            if (denied != null) {
                return denied.status() == 401
                        ? signIn.form(401, "The console asks for the token of this sandbox.")
                        : Layout.outside(denied.status(), "Not allowed", Layout.alert(denied.message()));
            }
            return route(request);
        } catch (UnknownException e) {
            return Layout.error(404, "Not found", String.valueOf(e.getMessage()));
        } catch (ShapeException | NotJsonException | IllegalArgumentException e) {
            return Layout.error(400, "That did not work", String.valueOf(e.getMessage()));
        }
    }

    /** Returns the token of a link or of the sign-in form. */
    private static @Nullable String token(Request request) {
        if (request.path().equals(PATH) && request.method().equals("GET")) {
            return Query.parse(request.query()).optionalText("token");
        }
        if (request.path().equals(SignIn.PATH) && request.method().equals("POST")) {
            JsonView form = Query.parse(request.body().text());
            return form.has("token") ? form.text("token").strip() : "";
        }
        return null;
    }

    private Response route(Request request) {
        if (!request.path().startsWith(PATH)) {
            return HtmlDocument.redirect(303, PATH);
        }
        String path = request.path().substring(PATH.length());
        if (request.body().isTooLong()) {
            throw new IllegalArgumentException("the form exceeds 1 MiB: use the control API for larger files");
        }
        for (Route route : routes) {
            Map<String, String> variables = route.path().match(path);
            if (variables != null && route.method().equals(request.method())) {
                return route.handler()
                        .apply(new ControlCall(
                                variables,
                                filled(request.query()),
                                filled(request.body().text()),
                                null));
            }
        }
        return Layout.error(404, "Not found", "The console has no page " + request.path());
    }

    /** Returns the parameters of a query or form that are not empty. */
    private static JsonView filled(@Nullable String query) {
        Map<String, @Nullable Object> filled =
                new LinkedHashMap<>(Query.parse(query).members());
        filled.values().removeIf(""::equals);
        return new JsonView(filled);
    }
}

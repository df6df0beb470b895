package examples;

import com.sun.net.httpserver.HttpServer;
import examples.support.WebExchange;
import examples.support.WebPages;
import java.io.IOException;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import me.digi.client.DigiMe;
import me.digi.client.DigiMeUser;
import me.digi.client.auth.Authorized;
import me.digi.client.auth.PageRequest;
import me.digi.client.auth.PendingConsent;
import me.digi.client.error.CallbackException;
import me.digi.client.error.DigiMeException;
import me.digi.client.error.UnknownTokenException;
import me.digi.client.read.ReadAllRun;
import me.digi.client.sandbox.Sandbox;
import me.digi.client.store.GrantNotFoundException;
import me.digi.client.store.ReauthorizationRequiredException;

/** A web application on the JDK's own server, explained in {@code docs/plain-java.md}. Runs until stopped. No arguments. */
public final class WebApplication {
    private final Map<String, WebSession> sessions = new ConcurrentHashMap<>();
    private final DigiMe digiMe;
    private final String redirectUri;

    private WebApplication(DigiMe digiMe, String redirectUri) {
        this.digiMe = digiMe;
        this.redirectUri = redirectUri;
    }

    public static void main(String[] args) throws IOException {
        Sandbox sandbox = Sandbox.builder().runningClock().start(); // a local digi.me
        DigiMe.Builder client = DigiMe.builder().environment(sandbox.environment());
        start(client.applicationId(sandbox.applicationId()).contract(sandbox.contract()), 8765);
        System.out.println("Open http://localhost:8765 in a browser. Press Ctrl-C to stop.");
    }

    static HttpServer start(DigiMe.Builder client, int port) throws IOException {
        WebApplication application = new WebApplication(client.build(), "http://localhost:" + port + "/callback");
        return WebExchange.serve(port, application::handle);
    }

    // docs: the session
    private record WebSession(String userKey, AtomicReference<Pending> pending) {}

    private record Pending(PendingConsent consent, String next) {}

    private WebSession session(WebExchange web) {
        String id = web.sessionId();
        if (!sessions.containsKey(id)) {
            id = UUID.randomUUID().toString(); // cannot be guessed: it comes from a SecureRandom
            sessions.put(id, new WebSession("user-" + UUID.randomUUID(), new AtomicReference<>()));
            web.setSessionId(id);
        }
        return sessions.get(id);
    }
    // docs: end

    // docs: the requests
    private void respond(WebExchange web, WebSession session) throws IOException {
        DigiMeUser user = digiMe.user(session.userKey());
        switch (web.request()) {
            case "GET /" -> web.show(200, WebPages.home(digiMe.findUser(session.userKey())));
            case "POST /share" -> {
                // A path of this application that browsers do not resolve to another site, such as //evil.example.
                String next = web.query().matches("next=/[a-z]*") ? web.query().substring("next=".length()) : "/";
                consent(web, session, digiMe.authorize().forUser(session.userKey()), next);
            }
            case "GET /callback" -> callback(web, session);
            case "GET /accounts" -> web.show(200, WebPages.list(user.listAccounts()));
            case "GET /progress" -> progress(web, user);
            case "POST /disconnect" -> {
                user.forget();
                web.go("/");
            }
            case "POST /delete" -> web.show(200, WebPages.deleted(user.delete()));
            default -> web.show(404, "There is no such page.");
        }
    }
    // docs: end

    // docs: consent
    private void consent(WebExchange web, WebSession session, PageRequest<?> request, String next) throws IOException {
        PendingConsent pending;
        try {
            pending = request.redirectUri(redirectUri).start();
        } catch (UnknownTokenException e) { // the user was deleted at digi.me, and gets a new library
            pending = digiMe.authorize().redirectUri(redirectUri).start();
        }
        session.pending().set(new Pending(pending, next));
        web.go(pending.url().toString());
    }

    private void callback(WebExchange web, WebSession session) throws IOException {
        Pending pending = session.pending().getAndSet(null); // used once
        if (pending != null && pending.consent().read(web.query()) instanceof Authorized consent) {
            digiMe.signIn(session.userKey(), consent);
            web.go(pending.next());
        } else {
            web.go("/");
        }
    }

    private void handle(WebExchange web) throws IOException {
        WebSession session = session(web);
        try {
            respond(web, session);
        } catch (ReauthorizationRequiredException e) { // to consent, and back to the same page
            consent(web, session, digiMe.user(session.userKey()).reauthorize(), web.path());
        } catch (GrantNotFoundException e) { // not shared yet, or disconnected in another tab
            web.go("/");
        } catch (CallbackException e) {
            web.show(400, "This is not the response to a consent that was started in this browser.");
        } catch (DigiMeException e) {
            web.show(502, "digi.me is not available. Try again later.");
        }
    }
    // docs: end

    // docs: the progress
    private static void progress(WebExchange web, DigiMeUser user) throws IOException {
        web.startEvents();
        try {
            ReadAllRun run = user.files(user.startSession())
                    .readAllRequest()
                    .listener(progress ->
                            web.send("message", progress.filesDone() + " of " + progress.filesKnown() + " files"))
                    .start(file -> file.readText()); // store it here
            web.send("end", run.await().isComplete() ? "All files are read." : "Some files could not be read.");
        } catch (DigiMeException e) {
            web.send("end", "The files could not be read.");
        }
    }
    // docs: end
}

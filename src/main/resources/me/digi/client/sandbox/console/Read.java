import com.sun.net.httpserver.HttpServer;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import me.digi.client.DigiMe;
import me.digi.client.DigiMeUser;
import me.digi.client.Environment;
import me.digi.client.auth.Authorized;
import me.digi.client.auth.ContractDetails;
import me.digi.client.auth.PendingConsent;

public class Read {
    public static void main(String[] args) throws Exception {
        {{setup}}

        // The browser returns to this server.
        CompletableFuture<URI> callback = new CompletableFuture<>();
        HttpServer server = HttpServer.create(new InetSocketAddress("localhost", 8765), 0);
        server.createContext("/callback", exchange -> {
            byte[] page = "Done. Continue in the terminal.".getBytes();
            exchange.sendResponseHeaders(200, page.length);
            exchange.getResponseBody().write(page);
            exchange.close();
            callback.complete(URI.create("http://localhost:8765" + exchange.getRequestURI()));
        });
        server.start();

        if (pending.read(callback.get()) instanceof Authorized consent) {
            DigiMeUser user = digiMe.signIn("user-1", consent).user();
            user.files(user.startSession()).readAll(file -> System.out.println(file.name() + " " + file.readText()));
        }
        server.stop(0);
        digiMe.close();
    }
}

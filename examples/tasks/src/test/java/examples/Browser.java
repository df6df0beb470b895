package examples;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;

/** Collects the output of an example, and opens and allows each consent page whose URL is on a separate line. */
final class Browser extends OutputStream {
    private final HttpClient http =
            HttpClient.newBuilder().followRedirects(Redirect.ALWAYS).build();
    private final StringBuilder printed = new StringBuilder();
    private final StringBuilder line = new StringBuilder();
    private final Thread example = Thread.currentThread();
    private final String pages;

    /** For pages whose URLs begin with {@code pages}. */
    Browser(String pages) {
        this.pages = pages;
    }

    PrintStream stream() {
        return new PrintStream(this, true, StandardCharsets.UTF_8);
    }

    @Override
    public synchronized void write(int character) {
        printed.append((char) character);
        if (character != '\n') {
            line.append((char) character);
            return;
        }
        String whole = line.toString().strip();
        line.setLength(0);
        if (whole.startsWith(pages)) {
            Thread visit = new Thread(() -> allow(whole), "browser");
            visit.setDaemon(true);
            visit.start();
        }
    }

    synchronized String printed() {
        return printed.toString();
    }

    /** Consents, or interrupts the example, which would otherwise wait for the callback forever. */
    private void allow(String page) {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(page.replace("?", "/allow?"))).build();
        try {
            HttpResponse<String> last = http.send(request, BodyHandlers.ofString());
            if (last.statusCode() != 200) {
                giveUp(last.statusCode() + " " + last.body());
            }
        } catch (IOException | InterruptedException e) {
            giveUp(e.toString());
        }
    }

    private synchronized void giveUp(String why) {
        printed.append("The browser failed: ").append(why).append('\n');
        example.interrupt();
    }
}

package me.digi.client.spring;

import java.io.IOException;
import java.util.Map;
import java.util.function.Consumer;
import me.digi.client.error.DigiMeException;
import me.digi.client.read.FileHandler;
import me.digi.client.read.ReadAllRequest;
import me.digi.client.read.ReadAllRun;
import me.digi.client.read.ReadAllSummary;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * Reads all files of a session, and reports the progress to the browser as server-sent events.
 *
 * <pre>{@code
 * @GetMapping("/reading/events")
 * SseEmitter read(DigiMeUser user) {
 *     return ReadAllEvents.start(
 *             user.files(user.startSession()).readAllRequest(), file -> archive(file), summary -> index(summary.files()));
 * }
 * }</pre>
 *
 * <p>The events are {@code progress}, with {@code {"done":3,"known":40}}, and one at the end: {@code complete},
 * {@code incomplete} if some data could not be read, or {@code failed}, each with {@code {}}. The page must then close
 * its {@code EventSource}, which otherwise reconnects and reads again. Reading continues if the browser leaves.
 */
public final class ReadAllEvents {
    private static final Log LOG = LogFactory.getLog(ReadAllEvents.class);

    private final SseEmitter browser = new SseEmitter(0L); // the client has timeouts of its own

    private ReadAllEvents() {}

    /**
     * Starts reading; a thread waits for the end. Replaces the listener of the request.
     *
     * @param handler receives each file
     * @param end receives what was read, before the last event
     */
    public static SseEmitter start(ReadAllRequest request, FileHandler handler, Consumer<ReadAllSummary> end) {
        ReadAllEvents events = new ReadAllEvents();
        ReadAllRun run = request.listener(progress ->
                        events.send("progress", Map.of("done", progress.filesDone(), "known", progress.filesKnown())))
                .start(handler);
        Thread waiting = new Thread(() -> events.await(run, end), "digime-read-events");
        waiting.setDaemon(true);
        waiting.start();
        return events.browser;
    }

    private void await(ReadAllRun run, Consumer<ReadAllSummary> end) {
        String last = "failed";
        try {
            ReadAllSummary summary = run.await();
            end.accept(summary);
            last = summary.isComplete() ? "complete" : "incomplete";
        } catch (DigiMeException e) {
            LOG.warn("the files could not be read", e); // nobody else receives the exception
        } finally {
            send(last, Map.of());
            browser.complete();
        }
    }

    private void send(String event, Map<String, Integer> data) {
        try {
            browser.send(SseEmitter.event().name(event).data(data));
        } catch (IOException | IllegalStateException e) {
            LOG.debug("the browser has left", e);
        }
    }
}

package com.example.share;

import java.io.IOException;
import java.security.Principal;
import java.util.Map;
import java.util.concurrent.Executor;
import me.digi.client.DigiMeUser;
import me.digi.client.error.DigiMeException;
import me.digi.client.read.ListedFile;
import me.digi.client.read.ReadAllSummary;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Reads all files, and reports the progress to the browser as server-sent events. */
@Controller
class ReadingController {
    private final SharedData data;
    private final Executor executor;

    ReadingController(SharedData data, Executor applicationTaskExecutor) {
        this.data = data;
        this.executor = applicationTaskExecutor;
    }

    @GetMapping("/reading/events")
    SseEmitter read(DigiMeUser user, Principal principal) {
        SseEmitter browser = new SseEmitter(0L); // without a timeout: the client has its own
        executor.execute(() -> read(user, principal.getName(), browser));
        return browser;
    }

    private void read(DigiMeUser user, String name, SseEmitter browser) {
        try {
            ReadAllSummary summary = user.files(user.startSession())
                    .readAllRequest()
                    .listener(progress -> send(
                            browser, "progress", Map.of("done", progress.filesDone(), "known", progress.filesKnown())))
                    .start(ListedFile::readBytes) // an application would keep the content
                    .await();
            data.replaceFiles(name, summary.files());
            send(browser, summary.isComplete() ? "complete" : "incomplete", Map.of());
        } catch (DigiMeException e) {
            send(browser, "failed", Map.of());
        } finally {
            browser.complete();
        }
    }

    private static void send(SseEmitter browser, String event, Map<String, Integer> data) {
        try {
            browser.send(SseEmitter.event().name(event).data(data));
        } catch (IOException | IllegalStateException e) {
            // The browser has gone. Reading goes on.
        }
    }
}

package com.example.share;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.Principal;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import me.digi.client.DigiMeUser;
import me.digi.client.error.DigiMeException;
import me.digi.client.read.ReadAllRun;
import me.digi.client.read.ReadProgress;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Reads all files, and tells the browser how far it is by server-sent events. */
@Controller
class ReadingController {
    private final Documents documents;
    private final Executor executor;

    ReadingController(Documents documents, Executor applicationTaskExecutor) {
        this.documents = documents;
        this.executor = applicationTaskExecutor;
    }

    @GetMapping("/reading")
    SseEmitter read(DigiMeUser user, Principal principal) {
        SseEmitter browser = new SseEmitter(0L); // no timeout: the client has its own
        executor.execute(() -> read(user, principal.getName(), browser));
        return browser;
    }

    private void read(DigiMeUser user, String name, SseEmitter browser) {
        try {
            List<Document> read = new CopyOnWriteArrayList<>();
            ReadAllRun run = user.files(user.startSession())
                    .readAllRequest()
                    .listener(progress -> send(browser, "progress", progress))
                    .start(file -> read.add(Document.read(file)));
            browser.onError(gone -> run.stop());
            run.await();
            documents.replace(name, read);
            browser.send(SseEmitter.event().name("end").data(read.size()));
            browser.complete();
        } catch (DigiMeException | IOException e) {
            browser.completeWithError(e);
        }
    }

    private static void send(SseEmitter browser, ReadProgress progress) {
        try {
            browser.send(SseEmitter.event().name("progress").data(Map.of("done", progress.filesDone(), "known", progress.filesKnown())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

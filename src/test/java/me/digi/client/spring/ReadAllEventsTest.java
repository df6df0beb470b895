package me.digi.client.spring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import me.digi.client.DigiMeUser;
import me.digi.client.sandbox.CannedResponse;
import me.digi.client.sandbox.Operation;
import me.digi.client.sandbox.Sandbox;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** The progress of reading, in a browser. */
class ReadAllEventsTest {
    private static final List<String> READ = Collections.synchronizedList(new ArrayList<>());

    @AutoClose
    private static final WebApplication application = WebApplication.startWith(Reading.class, "digime.retry.limit=0");

    private static final Sandbox sandbox = application.sandbox();

    private Browser alice;

    @BeforeEach
    void share() {
        READ.clear();
        alice = Browser.of(application, "alice");
        alice.returnTo(sandbox.allow(alice.share("")));
    }

    @Test
    void browserSeesFilesArriveAndTheEnd() {
        String events = alice.get("/events").body();

        assertThat(events).containsSubsequence("event:progress", "\"done\":", "event:progress", "event:complete");
        assertThat(READ).isNotEmpty().last().isEqualTo("end");
    }

    @Test
    void fileThatCannotBeReadMakesTheEndIncomplete() {
        sandbox.failNext(Operation.DOWNLOAD_FILE, CannedResponse.error(500, "InternalServerError", "no"));

        assertThat(alice.get("/events").body()).contains("event:incomplete").doesNotContain("event:complete");
        assertThat(READ).last().isEqualTo("end");
    }

    @Test
    void readingThatFailsEndsWithThatEvent() {
        sandbox.failNext(Operation.LIST_FILES, CannedResponse.error(400, "InvalidRequest", "no"));

        assertThat(alice.get("/events").body()).contains("event:failed").doesNotContain("event:complete");
        assertThat(READ).doesNotContain("end");
    }

    @RestController
    static class Reading {
        @GetMapping("/events")
        SseEmitter read(DigiMeUser user) {
            return ReadAllEvents.start(
                    user.files(user.startSession()).readAllRequest(),
                    file -> READ.add(file.name()),
                    summary -> READ.add("end"));
        }
    }
}

package application;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import me.digi.client.DigiMe;
import me.digi.client.sandbox.Sandbox;
import me.digi.client.sandbox.SyncScript;
import okhttp3.OkHttp;
import org.junit.jupiter.api.Test;

class ReaderTest {
    @Test
    void worksAgainstTheSandbox() {
        try (Sandbox sandbox = Sandbox.start();
                DigiMe digiMe = DigiMe.builder()
                        .applicationId(sandbox.applicationId())
                        .environment(sandbox.environment())
                        .clock(sandbox.clock())
                        .build()) {
            sandbox.newUsers(library -> library.script(SyncScript.atOnce()));
            String outcome = new Reader(digiMe, sandbox.contract(), sandbox::allow).run();
            assertEquals("3 accounts, 6 files and 0 failures, 2 sources, 1 stored file, HTTP 404", outcome);
        }
    }

    @Test
    void itsBuildHasTheOkHttpThatItWants() {
        String expected = System.getProperty("expected.okhttp", "4.");
        assertTrue(OkHttp.VERSION.startsWith(expected), OkHttp.VERSION);
    }
}

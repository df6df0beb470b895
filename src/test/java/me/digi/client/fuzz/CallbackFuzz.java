package me.digi.client.fuzz;

import java.util.List;
import java.util.Map;
import me.digi.client.auth.Authorized;
import me.digi.client.auth.PendingConsent;
import me.digi.client.error.CallbackException;
import me.digi.client.internal.io.Json;

/** What the browser comes back with. */
public final class CallbackFuzz {
    private static final Outcome OUTCOME = Outcome.documented(CallbackException.class);
    private static final String STATE = "state-" + Outcome.SECRET;
    private static final List<String> PAGES =
            List.of("AUTHORIZE", "REAUTHORIZE", "ONBOARD", "REAUTHORIZE_ACCOUNT", "REVOKE_ACCOUNT");

    private CallbackFuzz() {}

    /** Reads the input as the callback of one of the pages. */
    public static void fuzzerTestOneInput(byte[] input) {
        FuzzInput chosen = FuzzInput.of(input);
        String page = PAGES.get(chosen.choice() % PAGES.size());
        PendingConsent pending = PendingConsent.fromJson(Json.write(Map.of(
                "page",
                page,
                "contractId",
                "contract",
                "url",
                "https://digi.example/authorize?code=" + Outcome.SECRET,
                "state",
                STATE,
                "codeVerifier",
                "verifier-" + Outcome.SECRET,
                "session",
                Map.of("key", "key-" + Outcome.SECRET, "expiry", 1))));
        if (page.contains("AUTHORIZE") && !page.endsWith("ACCOUNT")) {
            if (OUTCOME.of(() -> pending.read(chosen.text())) instanceof Authorized consent) {
                Outcome.require(chosen.text().contains("state"), "nothing is authorized without the state");
                Outcome.hides(consent.code());
                Outcome.hides(consent.session());
            }
        } else {
            OUTCOME.of(() -> pending.readAccount(chosen.text()));
        }
        Outcome.hides(pending);
    }

    /** The cases P1 to P4. */
    public static List<byte[]> seeds() {
        Seeds consents = new Seeds()
                .texts(
                        "",
                        "?success=true&state=" + STATE + "&code=" + Outcome.SECRET + "&accountReference=1_a",
                        "https://app.example/back?success=true&state=" + STATE + "&code=abc&errorCode=#fragment",
                        "success=false&state=" + STATE + "&code=&errorCode=USER_CANCEL",
                        "success=false&errorCode=" + Outcome.SECRET + "%0d%0aWARN%20forged",
                        "success=true&state=" + STATE + "&code=a&code=b&discount=50%",
                        "success=true&state=" + STATE + "&code=%C3%28&accountReference=%E2%80%AE",
                        "/back?success=" + Outcome.SECRET + "&state=" + Outcome.SECRET);
        Seeds revocations = new Seeds()
                .texts("result=success", "result=failed&error_message=no%0aWARN+forged", "result=" + Outcome.SECRET);
        Seeds all = new Seeds();
        for (int page = 0; page < PAGES.size(); page++) {
            all.choosing(page, page == PAGES.size() - 1 ? revocations : consents);
        }
        return all.all();
    }
}

package guides;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import me.digi.client.DigiMe;
import me.digi.client.DigiMeUser;
import me.digi.client.auth.ContractDetails;
import me.digi.client.auth.DeleteResult;
import me.digi.client.auth.UserAccessToken;
import me.digi.client.keepalive.KeepAliveRun;
import me.digi.client.keepalive.KeepAliveSummary;
import me.digi.client.sandbox.Sandbox;
import me.digi.client.sandbox.junit.SandboxExtension;
import me.digi.client.store.GrantSummary;
import me.digi.client.store.StoredUser;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The code of {@code docs/users.md}. */
class UsersTest {
    @RegisterExtension
    static final SandboxExtension extension = MyApp.atASandbox();

    private final List<Object> shown = new ArrayList<>();
    private final List<String> pages = new ArrayList<>();
    private final List<String> mails = new ArrayList<>();

    @AutoClose
    private final DigiMe digiMe;

    private final ContractDetails contract;
    private final UserAccessToken token;

    /** A client of each test's own: what one has stored, another must not list. */
    UsersTest(Sandbox sandbox, ContractDetails contract, UserAccessToken token) {
        this.digiMe = DigiMe.builder()
                .applicationId("my-app")
                .environment(sandbox.environment())
                .clock(sandbox.clock())
                .build();
        this.contract = contract;
        this.token = token;
    }

    @Test
    void userIsFoundOrSentToConsent() {
        find();
        assertThat(pages).containsExactly("/consent");
        digiMe.takeOver(contract, "user-42", token);
        find();
        assertThat(shown).hasSize(1);
    }

    private void find() {
        // docs: find
        DigiMeUser user = digiMe.findUser(contract, "user-42");
        if (user == null) {
            redirect("/consent"); // no token pair is stored under this name
        } else {
            show(user.listAccounts());
        }
        // docs: end
    }

    @Test
    void usersWhoMustConsentAgainGetAMail(Sandbox sandbox) {
        digiMe.takeOver(contract, "user-42", token);
        sandbox.revoke(token.userId());
        digiMe.user(contract, "user-42").refresh();
        // docs: list
        digiMe.listUsers(contract)
                .filter(user -> user.summary().state() == GrantSummary.State.REAUTHORIZE)
                .forEach(user -> sendMail(user.userKey()));
        // docs: end
        assertThat(mails).containsExactly("user-42");
    }

    @Test
    void listContinuesWhereItEnded() {
        digiMe.takeOver(contract, "user-42", token);
        String lastUserKey = "user-41";
        // docs: resume
        List<StoredUser> page =
                digiMe.listUsers(contract, lastUserKey).limit(50).toList();
        // docs: end
        assertThat(page).extracting(StoredUser::userKey).containsExactly("user-42");
    }

    @Test
    void usersAreCountedWhoAreDue(Sandbox sandbox) {
        digiMe.takeOver(contract, "user-42", token);
        assertThat(due(sandbox.clock().instant())).isZero();
        assertThat(due(sandbox.clock().instant().plus(Duration.ofDays(3650)))).isOne();
    }

    private long due(Instant now) {
        // docs: due
        long due = digiMe.listUsers(contract)
                .filter(user -> user.summary().isDue(now))
                .count();
        // docs: end
        return due;
    }

    @Test
    void usersWhoMustConsentAgainAfterASweepGetAMail(Sandbox sandbox) {
        digiMe.takeOver(contract, "user-42", token);
        sandbox.clock().advance(Duration.ofDays(61));
        sandbox.revoke(token.userId());
        // docs: sweep
        KeepAliveSummary summary = digiMe.keepAlive(contract).rate(20).refreshDue();
        show(summary.end() + ": " + summary.progress().refreshed() + " refreshed");
        for (KeepAliveSummary.ConsentNeeded user : summary.consentNeeded()) {
            sendMail(user.userKey()); // user.reason() says why
        }
        // docs: end
        assertThat(shown).containsExactly("DONE: 0 refreshed");
        assertThat(mails).containsExactly("user-42");
    }

    @Test
    void sweepIsResumed(Sandbox sandbox) {
        digiMe.takeOver(contract, "user-42", token);
        sandbox.clock().advance(Duration.ofDays(61));
        String lastUserKey = "user-41";
        // docs: resume a sweep
        KeepAliveRun run = digiMe.keepAlive(contract)
                .startAfter(lastUserKey) // KeepAliveSummary.resumeAfter() of a sweep that was stopped
                .listener(progress -> show(progress.refreshed() + " refreshed"))
                .start();
        KeepAliveSummary summary = run.await(); // or run.stop(), from any thread
        // docs: end
        assertThat(summary.progress().refreshed()).isOne();
        assertThat(shown).contains("1 refreshed");
    }

    @Test
    void userLogsOut() {
        digiMe.takeOver(contract, "user-42", token);
        DigiMeUser user = digiMe.user(contract, "user-42");
        // docs: log out
        user.forget(); // deletes the token pair, and nothing at digi.me
        // docs: end
        assertThat(digiMe.findUser(contract, "user-42")).isNull();
    }

    @Test
    void userIsToldThatTheDataWasNotDeleted(Sandbox sandbox) {
        digiMe.takeOver(contract, "user-42", token);
        sandbox.revoke(token.userId());
        DigiMeUser user = digiMe.user(contract, "user-42");
        // docs: delete
        DeleteResult result = user.delete();
        if (result instanceof DeleteResult.OnlyForgotten forgotten) {
            tellUser("only digi.me can delete your data now", forgotten.reason());
        }
        // docs: end
        assertThat(shown).hasSize(2);
        assertThat(digiMe.findUser(contract, "user-42")).isNull();
    }

    private void tellUser(String what, Object why) {
        show(what);
        show(why);
    }

    private void redirect(String where) {
        pages.add(where);
    }

    private void sendMail(String userKey) {
        mails.add(userKey);
    }

    private void show(Object what) {
        shown.add(what);
    }
}

package guides;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import me.digi.client.DigiMe;
import me.digi.client.DigiMeUser;
import me.digi.client.auth.ContractDetails;
import me.digi.client.auth.UserAccessToken;
import me.digi.client.sandbox.Sandbox;
import me.digi.client.sandbox.junit.SandboxExtension;
import me.digi.client.store.GrantSummary;
import me.digi.client.store.StoredUser;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The code of {@code docs/users.md}. */
class UsersTest {
    @RegisterExtension
    static final SandboxExtension extension = MyApp.atASandbox();

    private final List<Object> shown = new ArrayList<>();
    private final List<String> pages = new ArrayList<>();
    private final List<String> mails = new ArrayList<>();

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

    @AfterEach
    void close() {
        digiMe.close();
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
            show(user.accounts());
        }
        // docs: end
    }

    @Test
    void usersWhoHaveToConsentAgainGetAMail(Sandbox sandbox) {
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
    void listGoesOnWhereItEnded() {
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

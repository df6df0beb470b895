package examples.support;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import me.digi.client.DigiMeUser;
import me.digi.client.auth.DeleteResult;
import me.digi.client.read.Account;
import org.jspecify.annotations.Nullable;

/** The pages of a web application. */
public final class WebPages {
    private static final String SHARE =
            "<form method=post action='/share?next=/accounts'><button>Share my data</button></form>";
    private static final String MENU = "<p><a href=/accounts>My accounts</a>"
            + "<form method=post action=/disconnect><button>Disconnect</button></form>"
            + "<form method=post action=/delete><button>Delete my data</button></form>";
    private static final String READING = "<p id=text role=status>Reading</p>"
            + "<script>const events = new EventSource('/progress');"
            + "events.onmessage = event => text.textContent = event.data;"
            + "events.addEventListener('end', event => { events.close(); text.textContent = event.data; });</script>";

    private WebPages() {}

    /** The first page; the user is null until they have shared. */
    public static String home(@Nullable DigiMeUser user) {
        return user == null ? SHARE : MENU;
    }

    public static String deleted(DeleteResult result) {
        return result instanceof DeleteResult.OnlyForgotten
                ? "You are disconnected. Ask digi.me to delete your data."
                : "Your data is deleted.";
    }

    public static String list(List<Account> accounts) {
        return accounts.stream()
                .map(account -> "<li>" + escape(Objects.requireNonNullElse(account.serviceTypeName(), account.id())))
                .collect(Collectors.joining("", "<ul>", "</ul>" + READING + MENU));
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;");
    }
}

package application;

import java.util.List;
import me.digi.client.DigiMeUser;
import me.digi.client.read.Account;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The page with the button, and what a user has shared. */
@RestController
class Pages {
    @GetMapping(path = "/", produces = "text/html")
    String home(CsrfToken csrf) {
        return "<form method='post' action='/digime/consent'>"
                + "<input type='hidden' name='" + csrf.getParameterName() + "' value='" + csrf.getToken() + "'>"
                + "<button>Share my data</button></form>";
    }

    @GetMapping("/accounts")
    List<Account> accounts(DigiMeUser user) {
        return user.listAccounts();
    }
}

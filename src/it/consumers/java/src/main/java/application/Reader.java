package application;

import java.net.URI;
import java.util.List;
import java.util.function.UnaryOperator;
import me.digi.client.DigiMe;
import me.digi.client.DigiMeUser;
import me.digi.client.auth.Authorized;
import me.digi.client.auth.ConsentResult;
import me.digi.client.auth.ContractDetails;
import me.digi.client.auth.PendingConsent;
import me.digi.client.auth.RefreshResult;
import me.digi.client.auth.TakeOver;
import me.digi.client.auth.UserAccessToken;
import me.digi.client.content.Content;
import me.digi.client.discovery.SourcesQuery;
import me.digi.client.error.ApiException;
import me.digi.client.error.DigiMeException;
import me.digi.client.read.Account;
import me.digi.client.read.ReadAllSummary;
import me.digi.client.storage.StorageFiles;

/** What a small application does with digi.me: a bit of everything, so that much of the library is within its reach. */
final class Reader {
    private static final String USER = "user-42";

    private final DigiMe digiMe;
    private final ContractDetails contract;
    private final UnaryOperator<URI> browser;

    /** The browser shows a page to the user, and comes back with the callback. */
    Reader(DigiMe digiMe, ContractDetails contract, UnaryOperator<URI> browser) {
        this.digiMe = digiMe;
        this.contract = contract;
        this.browser = browser;
    }

    /** Signs a user in, refreshes their token by hand, and then reads and writes as a user whose token looks after itself. */
    String run() {
        UserAccessToken newest = refresh(signIn().loadToken());
        TakeOver result = digiMe.takeOver(contract, USER, newest, TakeOver.Mode.REPLACE);
        if (!(result instanceof TakeOver.Taken)) {
            throw new IllegalStateException("The pair was not taken over: " + result);
        }
        DigiMeUser user = digiMe.user(contract, USER);
        List<Account> accounts = user.listAccounts();
        ReadAllSummary summary = user.files(user.startSession()).readAll(file -> file.readText());
        int sources = digiMe.discovery(contract)
                .listSources(SourcesQuery.builder().limit(2).build())
                .sources()
                .size();
        return accounts.size() + " accounts, " + summary.files().size() + " files and "
                + summary.failures().size() + " failures, " + sources + " sources, " + stored() + ", "
                + notRegistered();
    }

    private DigiMeUser signIn() {
        PendingConsent pending = digiMe.authorize(contract)
                .redirectUri("https://app.example/callback")
                .start();
        ConsentResult result = pending.read(browser.apply(pending.url()));
        if (result instanceof Authorized consent) {
            return digiMe.signIn(contract, USER, consent).user();
        }
        throw new IllegalStateException("The user did not consent: " + result);
    }

    private UserAccessToken refresh(UserAccessToken token) {
        RefreshResult result = digiMe.refreshToken(contract, token);
        if (result instanceof RefreshResult.Refreshed refreshed) {
            return refreshed.token();
        }
        throw new IllegalStateException("A new refresh token was refused: " + result);
    }

    private String stored() {
        StorageFiles files = digiMe.storages(contract)
                .files(digiMe.storages(contract).create().id());
        files.upload("notes/shopping.txt", Content.of("milk"));
        return files.list().size() + " stored file";
    }

    private String notRegistered() {
        try {
            return digiMe.authorize(contract)
                    .redirectUri("https://not.registered.example/")
                    .start()
                    .toString();
        } catch (ApiException e) {
            return "HTTP " + e.status();
        } catch (DigiMeException e) {
            return e.toString();
        }
    }
}

package me.digi.client.internal.token.schedules;

import java.util.function.Consumer;
import me.digi.client.auth.ContractDetails;
import me.digi.client.auth.RefreshResult;
import me.digi.client.auth.TakeOver;
import me.digi.client.auth.UserAccessToken;
import me.digi.client.diagnostics.TokenEvent;
import me.digi.client.internal.io.Host;
import me.digi.client.internal.oauth.TokenServer;
import me.digi.client.store.TokenStore;

/** The token engine of one process, as far as schedules use it. */
interface Engine extends AutoCloseable {
    User user(ContractDetails contract, String userKey);

    @Override
    void close();

    /** One user's grant. */
    interface User {
        UserAccessToken token();

        UserAccessToken usable(boolean oneTime);

        UserAccessToken replacement(UserAccessToken failed, boolean coded);

        RefreshResult refresh();

        void signIn(String code, String codeVerifier);

        TakeOver takeOver(UserAccessToken pair, TakeOver.Mode mode);

        void forget();

        void status();
    }

    /** Starts engines. */
    interface Factory {
        Engine start(TokenStore store, TokenServer server, Host host, Consumer<TokenEvent> events);
    }
}

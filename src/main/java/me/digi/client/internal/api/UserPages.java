package me.digi.client.internal.api;

import java.util.function.Function;
import me.digi.client.auth.AccountReauthorizationRequest;
import me.digi.client.auth.ContractDetails;
import me.digi.client.auth.OnboardRequest;
import me.digi.client.auth.ReauthorizationRequest;
import me.digi.client.auth.UserAccessToken;
import me.digi.client.internal.http.Caller;
import me.digi.client.internal.io.Deadline;

/**
 * The pages that a user who has consented can be sent to.
 *
 * @param links ask for the codes that the pages want
 * @param contract under which the user has consented
 * @param calls make calls in the user's name
 */
record UserPages(Links links, ContractDetails contract, Caller calls) {
    OnboardRequest onboard() {
        return new PreparedOnboarding(links, contract, calls);
    }

    ReauthorizationRequest reauthorize(Function<Deadline, UserAccessToken> token) {
        return new PreparedReauthorization(links, contract, token);
    }

    AccountReauthorizationRequest reauthorizeAccount(String accountId) {
        return new PreparedAccountReauthorization(links, contract, calls, accountId);
    }
}

package me.digi.client;

import java.util.Objects;
import me.digi.client.auth.ContractDetails;
import me.digi.client.auth.TakeOver;
import me.digi.client.auth.UserAccessToken;

/** A user whose token pair a test already has. */
public final class KnownUser {
    private KnownUser() {}

    /** Takes the pair over under digi.me's id for the user, unless the store has a newer one. */
    public static DigiMeUser of(DigiMe digiMe, ContractDetails contract, UserAccessToken pair) {
        return of(digiMe, contract, Objects.requireNonNullElse(pair.userId(), "user-42"), pair);
    }

    /** Takes the pair over under that name, unless the store has a newer one. */
    public static DigiMeUser of(DigiMe digiMe, ContractDetails contract, String userKey, UserAccessToken pair) {
        TakeOver result = digiMe.takeOver(contract, userKey, pair);
        if (result instanceof TakeOver.OtherUser || result instanceof TakeOver.Undecided) {
            throw new AssertionError("the pair was not taken over: " + result);
        }
        return digiMe.user(contract, userKey);
    }
}

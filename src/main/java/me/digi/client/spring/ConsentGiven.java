package me.digi.client.spring;

import me.digi.client.SignIn;
import me.digi.client.auth.Authorized;
import org.jspecify.annotations.Nullable;

/**
 * The user consented, and the token pair is stored.
 *
 * @param consent has the session that reads the user's data, so no second one is needed
 * @param next the path of the application that the form or the interrupted request named, or null
 */
public record ConsentGiven(
        String userKey,
        SignIn signIn,
        Authorized consent,
        @Nullable String next) implements ConsentOutcome {}

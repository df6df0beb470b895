package me.digi.client.spring;

import me.digi.client.auth.Refused;
import org.jspecify.annotations.Nullable;

/**
 * The user declined, or something at digi.me prevented it. Anyone can send a browser here: show it, but delete nothing
 * because of it.
 *
 * @param next the path of the application that the form or the interrupted request named, or null
 */
public record ConsentRefused(
        String userKey, Refused refused, @Nullable String next) implements ConsentOutcome {}

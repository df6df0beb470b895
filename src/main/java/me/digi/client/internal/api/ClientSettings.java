package me.digi.client.internal.api;

import java.security.SecureRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import me.digi.client.Agent;
import me.digi.client.diagnostics.TokenListener;
import me.digi.client.internal.http.HttpSettings;
import me.digi.client.store.TokenStore;
import org.jspecify.annotations.Nullable;

/**
 * The settings of {@code DigiMe.Builder}.
 *
 * @param random for nonces, code verifiers and file keys
 * @param agent sent as the SDK, or null
 * @param memoryWarning whether the process has warned that token pairs are kept in memory only
 */
public record ClientSettings(
        String applicationId,
        HttpSettings http,
        SecureRandom random,
        @Nullable Agent agent,
        TokenStore tokenStore,
        @Nullable TokenListener tokenListener,
        AtomicBoolean memoryWarning) {}

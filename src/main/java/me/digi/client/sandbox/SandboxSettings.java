package me.digi.client.sandbox;

import java.net.InetAddress;
import java.nio.file.Path;
import java.util.Set;
import me.digi.client.sandbox.internal.state.Lifetimes;
import org.jspecify.annotations.Nullable;

/** What a {@link SandboxBuilder} has collected. */
record SandboxSettings(
        InetAddress address,
        int port,
        @Nullable String publicUrl,
        @Nullable Path directory,
        @Nullable String seed,
        boolean freshKeys,
        int requestLog,
        boolean controlApi,
        String applicationId,
        SandboxClock clock,
        Lifetimes lifetimes,
        Set<String> redirectUris) {}

package me.digi.client.internal.crypto;

import java.security.Provider;
import java.security.Security;
import java.util.Iterator;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import org.jspecify.annotations.Nullable;

/**
 * The Amazon Corretto Crypto Provider, if it is on the class path: it signs and decrypts about four times as fast as
 * the JDK. It is optional and need not be installed.
 */
public final class FastProvider {
    private static final String NAME = "AmazonCorrettoCryptoProvider";

    private FastProvider() {}

    /** Null if the provider is missing or does not support this platform. */
    public static @Nullable Provider find() {
        Provider installed = Security.getProvider(NAME);
        return installed != null ? installed : OnClassPath.PROVIDER;
    }

    private static @Nullable Provider findOnClassPath() {
        Iterator<Provider> providers = ServiceLoader.load(Provider.class).iterator();
        while (true) {
            try {
                if (!providers.hasNext()) {
                    return null;
                }
                Provider provider = providers.next();
                if (provider.getName().equals(NAME)) {
                    return provider;
                }
            } catch (ServiceConfigurationError | LinkageError unusableHere) {
                // Another provider, or this one without native code for the platform.
            }
        }
    }

    /** Looked for once in a process, as that makes one of each provider. */
    private static final class OnClassPath {
        static final @Nullable Provider PROVIDER = findOnClassPath();

        private OnClassPath() {}
    }
}

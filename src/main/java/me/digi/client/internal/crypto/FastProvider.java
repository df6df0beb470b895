package me.digi.client.internal.crypto;

import java.security.Provider;
import java.security.Security;
import java.util.Iterator;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import org.jspecify.annotations.Nullable;

/**
 * The Amazon Corretto Crypto Provider, where the application has it on its class path: it signs about four times as
 * fast as the JDK, and opens files as much faster. It need not be installed, and is never required.
 */
public final class FastProvider {
    private static final String NAME = "AmazonCorrettoCryptoProvider";

    private FastProvider() {}

    /** The provider, or null if it is not there or does not run here. */
    public static @Nullable Provider find() {
        Provider installed = Security.getProvider(NAME);
        return installed != null ? installed : findOnClassPath();
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
                // Some other provider, or this one on a machine that it has no native code for: look at the next.
            }
        }
    }
}

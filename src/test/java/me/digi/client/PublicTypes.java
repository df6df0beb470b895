package me.digi.client;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Modifier;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import me.digi.client.auth.DataType;
import me.digi.client.auth.DeleteResult;
import me.digi.client.auth.OrganizationType;
import me.digi.client.auth.RefusalCode;
import me.digi.client.auth.Refused;
import me.digi.client.auth.SampleData;
import me.digi.client.auth.SourceType;
import me.digi.client.auth.SourcesScope;
import me.digi.client.auth.TakeOver;
import me.digi.client.diagnostics.ClientObserver;
import me.digi.client.diagnostics.MicrometerObserver;
import me.digi.client.diagnostics.RefreshEvent;
import me.digi.client.diagnostics.RequestLogger;
import me.digi.client.diagnostics.RequestStart;
import me.digi.client.diagnostics.TokenEvent;
import me.digi.client.diagnostics.TokenEvents;
import me.digi.client.diagnostics.TokenListener;
import me.digi.client.error.ContentException;
import me.digi.client.error.ErrorCode;
import me.digi.client.error.FileException;
import me.digi.client.keepalive.KeepAliveListener;
import me.digi.client.read.Session;
import me.digi.client.read.SessionKey;
import me.digi.client.retry.RetryPolicy;

/** The types that applications see. */
final class PublicTypes {
    /** They have no room for a secret: names, ids and settings that the application chose, and codes of the service. */
    private static final Set<Class<?>> WITHOUT_SECRETS = Set.of(
            Agent.class,
            Environment.class,
            RetryPolicy.class,
            Refused.class,
            DataType.class,
            OrganizationType.class,
            RefusalCode.class,
            SampleData.class,
            SourceType.class,
            SourcesScope.class,
            TakeOver.Same.class,
            TakeOver.Older.class,
            DeleteResult.Deleted.class,
            KeepAliveListener.class,
            ErrorCode.class,
            ContentException.class,
            FileException.class,
            TokenEvent.RefreshJoined.class,
            TokenEvent.RefreshInDoubt.class,
            TokenEvent.RefreshFailed.class,
            TokenEvent.ResponseOdd.class,
            TokenEvent.StoreFailed.class,
            TokenEvent.OnlyInMemory.class,
            TokenEvents.class,
            ClientObserver.class,
            MicrometerObserver.class,
            RequestStart.class,
            RefreshEvent.class,
            RequestLogger.class,
            TokenListener.class);

    /** What is in them is the user's or digi.me's data, and no credential; what prints of it is the application's to say. */
    private static final Set<String> PACKAGES_OF_DATA =
            Set.of("read", "discovery", "contract", "content", "push", "report", "storage");

    private PublicTypes() {}

    /** What an application can hold an instance of, less what has no room for a secret, or has tests of its own. */
    static List<Class<?>> thatCouldShowASecret() {
        return all().stream()
                .filter(type -> !type.getPackageName().startsWith("me.digi.client.store") && !isForSpring(type))
                .filter(type -> !type.isEnum() && !type.isAnnotation() && !isWithoutSecrets(type))
                // What has no instances: Kotlin's functions.
                .filter(type -> !type.getName().endsWith("Kt"))
                .toList();
    }

    /** The records: what the service sends, and what the library reports. */
    static List<Class<?>> records() {
        return all().stream()
                .filter(type -> type.isRecord() && !isForSpring(type))
                .toList();
    }

    /** Properties and events, with tests of their own. */
    private static boolean isForSpring(Class<?> type) {
        return type.getPackageName().startsWith("me.digi.client.spring");
    }

    /** All of them, but the classes that hold Kotlin's functions. */
    static List<Class<?>> withoutKotlinFunctions() {
        return all().stream().filter(type -> !type.getName().endsWith("Kt")).toList();
    }

    private static List<Class<?>> all() {
        Path classes = classes();
        try (Stream<Path> files = Files.walk(classes)) {
            return files.map(file -> classes.relativize(file).toString())
                    .filter(name -> name.endsWith(".class") && !name.endsWith("-info.class"))
                    .map(name -> name.replaceFirst("\\.class$", "").replace(File.separatorChar, '.'))
                    .filter(name -> name.matches("me\\.digi\\.client\\.(?!(internal|sandbox)\\.).*"))
                    .<Class<?>>map(PublicTypes::load)
                    .filter(PublicTypes::isVisible)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path classes() {
        try {
            return Path.of(DigiMe.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name, false, PublicTypes.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean isVisible(Class<?> type) {
        Class<?> outer = type.getEnclosingClass();
        return Modifier.isPublic(type.getModifiers()) && (outer == null || isVisible(outer));
    }

    private static boolean isWithoutSecrets(Class<?> type) {
        Class<?> outer = type.getEnclosingClass();
        return WITHOUT_SECRETS.contains(type)
                || (outer != null && WITHOUT_SECRETS.contains(outer))
                || (PACKAGES_OF_DATA.contains(type.getPackageName().replaceFirst("^me\\.digi\\.client\\.", ""))
                        && type != Session.class
                        && type != SessionKey.class);
    }
}

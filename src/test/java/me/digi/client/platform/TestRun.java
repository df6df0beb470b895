package me.digi.client.platform;

import java.security.Provider;
import java.security.Security;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;

/** A program that runs the test classes, or {@code Class#method}, that are its arguments, on a platform as the system properties have it. */
final class TestRun {
    /** The class of the provider that comes first. */
    static final String PROVIDER = "test.provider";

    /** The language tag of the default locale. */
    static final String LOCALE = "test.locale";

    private TestRun() {}

    public static void main(String[] tests) throws ReflectiveOperationException {
        String locale = System.getProperty(LOCALE);
        if (locale != null) {
            Locale.setDefault(Locale.forLanguageTag(locale));
        }
        String provider = System.getProperty(PROVIDER);
        if (provider != null) {
            Security.insertProviderAt(
                    Class.forName(provider)
                            .asSubclass(Provider.class)
                            .getConstructor()
                            .newInstance(),
                    1);
        }
        System.out.println("first provider: " + Security.getProviders()[0].getName());
        TestExecutionSummary summary = run(tests);
        summary.getFailures().forEach(failure -> {
            System.out.println(failure.getTestIdentifier().getLegacyReportingName() + ": " + failure.getException());
            failure.getException().printStackTrace(System.out);
        });
        System.out.println("tests: " + summary.getTestsSucceededCount() + " passed, " + summary.getTotalFailureCount()
                + " failed");
        System.exit(summary.getTotalFailureCount() == 0 ? 0 : 1);
    }

    private static DiscoverySelector selector(String test) {
        return test.contains("#") ? DiscoverySelectors.selectMethod(test) : DiscoverySelectors.selectClass(test);
    }

    private static TestExecutionSummary run(String... tests) {
        LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
                .selectors(Stream.of(tests).map(TestRun::selector).toList())
                .build();
        SummaryGeneratingListener listener = new SummaryGeneratingListener();
        Launcher launcher = LauncherFactory.create();
        launcher.execute(request, listener);
        return listener.getSummary();
    }
}

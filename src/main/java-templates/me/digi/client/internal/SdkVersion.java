package me.digi.client.internal;

/** The version of this library, as its POM has it: every request names it in its {@code User-Agent}. */
public final class SdkVersion {
    /** For instance {@code 1.2.3}, or {@code 1.2.3-SNAPSHOT} between two releases. */
    public static final String VERSION = "${project.version}";

    private SdkVersion() {}
}

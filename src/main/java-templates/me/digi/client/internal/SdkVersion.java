package me.digi.client.internal;

/** The version of this library, from its POM; sent in every {@code User-Agent}. */
public final class SdkVersion {
    /** Such as {@code 1.2.3}, or {@code 1.2.3-SNAPSHOT} between releases. */
    public static final String VERSION = "${project.version}";

    private SdkVersion() {}
}

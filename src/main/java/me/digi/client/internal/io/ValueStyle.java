package me.digi.client.internal.io;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import javax.annotation.processing.Generated;
import org.immutables.value.Value;
import org.immutables.value.Value.Style.BuilderVisibility;
import org.immutables.value.Value.Style.ImplementationVisibility;

/**
 * The Immutables style of values that applications build. Received values are records. A value is an abstract class with
 * a nested builder; the generated classes are package-private and appear in no signature:
 *
 * <pre>{@code
 * @Value.Immutable
 * @ValueStyle
 * public abstract class Scope {
 *     Scope() {}
 *
 *     public abstract List<TimeRange> timeRanges();
 *
 *     public static Builder builder() {
 *         return new Builder();
 *     }
 *
 *     public static final class Builder extends ImmutableScope.Builder {
 *         Builder() {}
 *     }
 * }
 * }</pre>
 *
 * <p>Retained in the source only, with the generated code limited to annotations of the JDK: javac warns applications of
 * annotations that are not on their class path.
 */
@Value.Style(
        visibility = ImplementationVisibility.PACKAGE,
        // Javadoc shows members inherited from a package-private class as the subclass's own.
        builderVisibility = BuilderVisibility.PACKAGE,
        overshadowImplementation = true,
        jdkOnly = true,
        defaults = @Value.Immutable(copy = false),
        allowedClasspathAnnotations = {Override.class, SuppressWarnings.class, Generated.class})
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.SOURCE)
public @interface ValueStyle {
    /**
     * Replaces {@link ValueStyle} where the builder is hand-written. {@code @Value.Immutable(builder = false)} would
     * stay in the class file, where javac warns about unknown annotation elements.
     */
    @Value.Style(
            visibility = ImplementationVisibility.PACKAGE,
            overshadowImplementation = true,
            jdkOnly = true,
            defaults = @Value.Immutable(copy = false, builder = false),
            allowedClasspathAnnotations = {Override.class, SuppressWarnings.class, Generated.class})
    @Target(ElementType.TYPE)
    @Retention(RetentionPolicy.SOURCE)
    @interface WithoutBuilder {}

    /** For factory methods with generated public builders. */
    @Value.Style(
            builderVisibility = BuilderVisibility.PUBLIC,
            jdkOnly = true,
            allowedClasspathAnnotations = {Override.class, SuppressWarnings.class, Generated.class})
    @Target(ElementType.TYPE)
    @Retention(RetentionPolicy.SOURCE)
    @interface Factories {}
}

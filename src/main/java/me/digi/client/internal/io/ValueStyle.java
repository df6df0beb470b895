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
 * The one style of every value that applications build; what they receive is a record. A value is an abstract class with a
 * nested builder; what Immutables generates for it stays package-private and shows in no signature:
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
 * <p>Kept in the source only, and with the annotations of the generated code limited to the JDK's: a consumer's compiler
 * would otherwise warn of annotations that are not on its class path.
 */
@Value.Style(
        visibility = ImplementationVisibility.PACKAGE,
        // Javadoc shows what a class inherits from one that is package-private as if it were its own.
        builderVisibility = BuilderVisibility.PACKAGE,
        overshadowImplementation = true,
        jdkOnly = true,
        defaults = @Value.Immutable(copy = false),
        allowedClasspathAnnotations = {Override.class, SuppressWarnings.class, Generated.class})
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.SOURCE)
public @interface ValueStyle {
    /**
     * Instead of {@link ValueStyle}, for a value whose builder is hand-written. Not {@code @Value.Immutable(builder =
     * false)}: that stays in the class, and an element of an unknown annotation is what javac warns of.
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

    /** For methods of which Immutables makes builders that applications see. */
    @Value.Style(
            builderVisibility = BuilderVisibility.PUBLIC,
            jdkOnly = true,
            allowedClasspathAnnotations = {Override.class, SuppressWarnings.class, Generated.class})
    @Target(ElementType.TYPE)
    @Retention(RetentionPolicy.SOURCE)
    @interface Factories {}
}

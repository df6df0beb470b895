package me.digi.client;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitCallTarget;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Set;

/** Methods that depend on the default locale, charset or time zone are never called. */
@AnalyzeClasses(packages = "me.digi", importOptions = DoNotIncludeTests.class)
class SameEverywhereTest {
    /** Each without a locale, a charset or a time zone; those with one have more parameters. */
    private static final Set<String> OF_THE_PLATFORM = Set.of(
            "java.lang.String.format(java.lang.String, [Ljava.lang.Object;)",
            "java.lang.String.formatted([Ljava.lang.Object;)",
            "java.lang.String.toLowerCase()",
            "java.lang.String.toUpperCase()",
            "java.lang.String.getBytes()",
            "java.lang.String.<init>([B)",
            "java.lang.String.<init>([B, int, int)",
            "java.io.ByteArrayOutputStream.toString()",
            "java.io.InputStreamReader.<init>(java.io.InputStream)",
            "java.io.OutputStreamWriter.<init>(java.io.OutputStream)",
            "java.io.FileReader.<init>(java.io.File)",
            "java.io.FileReader.<init>(java.lang.String)",
            "java.io.FileWriter.<init>(java.io.File)",
            "java.io.FileWriter.<init>(java.lang.String)",
            "java.io.PrintStream.printf(java.lang.String, [Ljava.lang.Object;)",
            "java.io.PrintStream.format(java.lang.String, [Ljava.lang.Object;)",
            "java.io.PrintWriter.printf(java.lang.String, [Ljava.lang.Object;)",
            "java.util.Scanner.<init>(java.io.InputStream)",
            "java.util.Formatter.<init>()",
            "java.nio.charset.Charset.defaultCharset()",
            "java.util.Locale.getDefault()",
            "java.util.TimeZone.getDefault()",
            "java.time.ZoneId.systemDefault()",
            "java.time.Clock.systemDefaultZone()",
            "java.time.LocalDate.now()",
            "java.time.LocalDateTime.now()",
            "java.time.ZonedDateTime.now()",
            "java.time.OffsetDateTime.now()",
            "java.time.format.DateTimeFormatter.ofPattern(java.lang.String)",
            "java.time.format.DateTimeFormatterBuilder.toFormatter()",
            "java.text.SimpleDateFormat.<init>(java.lang.String)",
            "java.text.NumberFormat.getInstance()",
            "java.text.DecimalFormat.<init>(java.lang.String)",
            "java.text.Collator.getInstance()");

    private static final DescribedPredicate<JavaCall<?>> IS_OF_THE_PLATFORM =
            DescribedPredicate.describe("is of the platform", call -> OF_THE_PLATFORM.contains(signature(call)));

    @ArchTest
    static final ArchRule nothingDependsOnTheDefaultLocaleCharsetOrTimeZone = noClasses()
            .should()
            .callCodeUnitWhere(IS_OF_THE_PLATFORM)
            .because(
                    "the result is the same on every machine: in Turkish, in Arabic digits, in ASCII and in Kathmandu");

    private static String signature(JavaCall<?> call) {
        CodeUnitCallTarget target = call.getTarget();
        StringBuilder signature = new StringBuilder(target.getOwner().getName())
                .append('.')
                .append(target.getName())
                .append('(');
        String separator = "";
        for (var parameter : target.getRawParameterTypes()) {
            signature.append(separator).append(parameter.getName());
            separator = ", ";
        }
        return signature.append(')').toString();
    }
}

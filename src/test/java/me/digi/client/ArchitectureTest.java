package me.digi.client;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.util.Set;

/** Which package may see which, and why. */
@AnalyzeClasses(packages = "me.digi", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String ROOT = "me.digi.client";
    private static final String INTERNAL = "me.digi.client.internal..";
    private static final String SANDBOX = "me.digi.client.sandbox..";
    private static final String SPRING = "me.digi.client.spring..";
    /** Small helpers of values, strict JSON, and keys: what a value needs to fail early and to be stored as text. */
    private static final String[] VALUE_HELPERS = {"me.digi.client.internal.io", "me.digi.client.internal.crypto"};

    /** The packages of concepts. */
    private static final DescribedPredicate<JavaClass> A_CONCEPT = resideInAPackage("me.digi.client.*..")
            .and(resideOutsideOfPackages(INTERNAL, SANDBOX, SPRING))
            .as("are in a concept package");

    private static final DescribedPredicate<JavaClass> WHAT_IS_NOT_FOR_VALUES = resideInAPackage(INTERNAL)
            .and(resideOutsideOfPackages(VALUE_HELPERS))
            .as("are internal, and not for values");

    private static final DescribedPredicate<JavaClass> THE_DOOR =
            describe("are DigiMe", type -> type.getName().matches("me\\.digi\\.client\\.DigiMe(\\$.*)?"));

    /** Kotlin classes, in the packages of the types that they extend. */
    private static final DescribedPredicate<JavaClass> KOTLIN =
            describe("are in Kotlin", type -> type.isAnnotatedWith("kotlin.Metadata"));

    private static final DescribedPredicate<JavaClass> JAVA =
            DescribedPredicate.not(KOTLIN).as("are in Java");

    @ArchTest
    static final ArchRule javaDoesWithoutKotlin = noClasses()
            .that(JAVA)
            .should()
            .dependOnClassesThat(KOTLIN.or(resideInAPackage("kotlinx..")))
            .because("Java is compiled first, and an application in Java has no coroutines");

    @ArchTest
    static final ArchRule extensionsSeeWhatTheyExtend = classes()
            .that(KOTLIN)
            .and(resideOutsideOfPackage(INTERNAL))
            .should()
            .onlyDependOnClassesThat(A_CONCEPT
                    .or(resideInAnyPackage(ROOT, "me.digi.client.internal.api", "java..", "kotlin.."))
                    .or(resideInAnyPackage("kotlinx.coroutines..", "org.jetbrains.annotations..")))
            .because("they have no logic of their own");

    /** Classes for Micrometer, by name. */
    private static final DescribedPredicate<JavaClass> FOR_MICROMETER = describe(
            "are for Micrometer", type -> type.getName().matches("me\\.digi\\.client\\.diagnostics\\.Micrometer.*"));

    @ArchTest
    static final ArchRule fewSeeTheLibrariesThatAnApplicationMayNotHave = noClasses()
            .that(DescribedPredicate.not(FOR_MICROMETER.or(describe(
                    "ask first",
                    type -> type.getName()
                            .matches("me\\.digi\\.client\\.(internal\\.http\\.(OptionalLibraries"
                                    + "|CurrentObservation|Slf4j)|internal\\.read\\.NativeBrotliStream"
                                    + "|spring\\.DigiMeAutoConfiguration)(\\$.*)?")))))
            .should()
            .dependOnClassesThat(resideInAnyPackage("io.micrometer..", "org.slf4j..", "com.aayushatharva.."))
            .because("without them these classes cannot be loaded");

    @ArchTest
    static final ArchRule conceptsSeeTheJdkAndEachOther = classes()
            .that(A_CONCEPT.and(JAVA).and(DescribedPredicate.not(FOR_MICROMETER)))
            .should()
            .onlyDependOnClassesThat(A_CONCEPT
                    .or(resideInAnyPackage("java..", "javax..", "org.jspecify..", "org.immutables.value.."))
                    .or(resideInAnyPackage(VALUE_HELPERS)))
            .because("they are the API's vocabulary, and outlive whatever library carries it out; the internal packages"
                    + " that they see are helpers without a library in their signatures")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule onlyTheDoorSeesWhatIsInternal = noClasses()
            .that(resideInAPackage(ROOT).and(JAVA).and(DescribedPredicate.not(THE_DOOR)))
            .should()
            .dependOnClassesThat(WHAT_IS_NOT_FOR_VALUES)
            .because("DigiMe alone puts the public types and what carries them out together")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule internalPackagesDoNotSeeTheDoor = noClasses()
            .that(resideInAPackage(INTERNAL))
            .should()
            .dependOnClassesThat(THE_DOOR)
            .because("what carries the API out is put together by it, and not the other way round")
            .allowEmptyShould(true);

    /** The two roots assemble the other packages, and so depend on them and are used by them. */
    @ArchTest
    static final ArchRule packagesStandOnEachOther = slices().assignedFrom(
                    new EachPackageBut(ROOT, "me.digi.client.sandbox"))
            .should()
            .beFreeOfCycles()
            .because("each can then be understood with only those below it");

    @ArchTest
    static final ArchRule theSandboxIsAnImplementationOfItsOwn = noClasses()
            .that(resideInAPackage(SANDBOX))
            .should()
            .dependOnClassesThat(resideInAPackage(INTERNAL))
            .because("tests against a sandbox made of the client's own code would prove the client against itself")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule theClientDoesWithoutTheSandbox = noClasses()
            .that(resideOutsideOfPackages(SANDBOX, "me.digi.client.spring.sandbox"))
            .should()
            .dependOnClassesThat(resideInAPackage(SANDBOX))
            .because(
                    "the sandbox is in a jar that applications do not have; only what runs a Spring application against"
                            + " it may need it")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule springSeesWhatApplicationsSee = noClasses()
            .that(resideInAPackage(SPRING))
            .should()
            .dependOnClassesThat(resideInAPackage("me.digi.client..internal.."))
            .because("it does for an application what the application could do itself");

    @ArchTest
    static final ArchRule nobodyNeedsSpring = noClasses()
            .that(resideOutsideOfPackage(SPRING))
            .should()
            .dependOnClassesThat(resideInAnyPackage(SPRING, "org.springframework..", "jakarta.servlet.."))
            .because("the main jar works without Spring, and on Android");

    @ArchTest
    static final ArchRule junitIsForTestClassesAlone = noClasses()
            .that(resideOutsideOfPackage("me.digi.client.sandbox.junit"))
            .should()
            .dependOnClassesThat(resideInAnyPackage("org.junit..", "org.opentest4j.."))
            .because("the sandbox, and what checks a token store, work in tests of any kind and in no test at all")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule noLibraryShowsInPublicSignatures = classes()
            .that()
            .arePublic()
            .and(resideOutsideOfPackage("me.digi.client..internal.."))
            .and(JAVA)
            .should(new PublicSignatures(
                    resideInAnyPackage(
                            "okhttp3..", "okio..", "retrofit2..", "com.squareup..", "io.jsonwebtoken..", "kotlin.."),
                    "me.digi.client.DigiMe$Builder.httpClient(okhttp3.OkHttpClient)"))
            .because(
                    "a library that shows cannot be replaced without breaking applications; the one hook is for proxies,"
                            + " TLS and interceptors")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule nothingInternalShowsInPublicSignatures = classes()
            .that()
            .arePublic()
            .and(resideOutsideOfPackage("me.digi.client..internal.."))
            .should(new PublicSignatures(resideInAPackage("me.digi.client..internal..")))
            .because("what is internal may change in any release")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule nothingLiesInTheOfficialSdksPackage = noClasses()
            .should()
            .resideInAPackage("me.digi.sdk..")
            .because("the official Android SDK owns that name, and both may be on one class path");

    /** A slice for each package. */
    private record EachPackageBut(Set<String> excluded) implements SliceAssignment {
        EachPackageBut(String... excluded) {
            this(Set.of(excluded));
        }

        @Override
        public SliceIdentifier getIdentifierOf(JavaClass type) {
            String name = type.getPackageName();
            return excluded.contains(name) || KOTLIN.test(type) ? SliceIdentifier.ignore() : SliceIdentifier.of(name);
        }

        @Override
        public String getDescription() {
            return "every package of Java but " + excluded;
        }
    }
}

package me.digi.client

import java.lang.reflect.Method
import java.lang.reflect.Modifier
import java.nio.file.Files
import java.nio.file.Path
import kotlin.io.path.relativeTo
import kotlin.streams.asSequence

/** The public classes of the client's jar. */
internal object PublicApi {
    private val root: Path =
        Path.of(
            DigiMe::class.java.protectionDomain.codeSource.location
                .toURI(),
        )
    private val notApi = Regex("""me\.digi\.client\.(internal|sandbox|spring)\..*""")

    /** All public types, Java's and Kotlin's. */
    val types: List<Class<*>> =
        Files.walk(root).use { files ->
            files
                .asSequence()
                .map { it.relativeTo(root).joinToString(".") }
                .filter { it.startsWith("me.digi.") && it.endsWith(".class") && !it.endsWith("-info.class") }
                .map { it.removeSuffix(".class") }
                .filterNot(notApi::matches)
                .map { Class.forName(it, false, DigiMe::class.java.classLoader) }
                .filter { type -> generateSequence(type) { it.enclosingClass }.all { Modifier.isPublic(it.modifiers) } }
                .toList()
        }

    val javaTypes: List<Class<*>> = types.filterNot { it.isAnnotationPresent(Metadata::class.java) }

    /** The instance methods that a type declares. */
    fun methods(type: Class<*>): List<Method> =
        type.declaredMethods.filter {
            Modifier.isPublic(it.modifiers) && !Modifier.isStatic(it.modifiers) &&
                !it.isSynthetic
        }
}

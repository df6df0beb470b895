package me.digi.client

import me.digi.client.read.FileHandler
import me.digi.client.store.TokenStore
import org.assertj.core.api.Assertions.assertThat
import org.junit.jupiter.api.Test
import java.lang.reflect.Method
import kotlin.coroutines.Continuation

/** No call that blocks is without a twin that suspends: a new method has one, or is named here as one that does not block. */
class SuspendingTwinsTest {
    /** The type's methods that return at once, or are for another thread to call. */
    private val atOnce =
        setOf(
            "DigiMe.authorize",
            "DigiMe.keepAlive",
            "DigiMe.reauthorize",
            "DigiMe.discovery",
            "DigiMe.storages",
            "DigiMe.toBuilder",
            "DigiMe.withCallTimeout",
            "DigiMe.user",
            "DigiMeUser.onboard",
            "DigiMeUser.reauthorize",
            "DigiMeUser.reauthorizeAccount",
            "DigiMeUser.files",
            "DigiMeUser.withCallTimeout",
            "KeepAliveRequest.start",
            "KeepAliveRun.isDone",
            "KeepAliveRun.stop",
            "KeepAliveRun.summary",
            "ListedFile.entry",
            "ReadAllRequest.start",
            "ReadAllRequest.startInto",
            "ReadAllRun.isDone",
            "ReadAllRun.stop",
            "ReadAllRun.summary",
            "SessionFile.close",
            "SessionFile.lastModified",
            "SessionFile.metadata",
            "SessionFile.name",
            "SessionFile.stream",
            "SessionFiles.readAllRequest",
            "Storages.files",
        )

    /** Twins whose name is not the method's with "await" before it. */
    private val otherNames =
        mapOf(
            "KeepAliveRun.await" to "awaitEnd",
            "ReadAllRun.await" to "awaitEnd",
            "Discovery.listAllSources" to "listAllSourcesAsFlow",
            "DigiMe.listUsers" to "listUsersAsFlow",
        )

    /** What applications implement is not theirs to call. */
    private val implementedByApplications = setOf(TokenStore::class.java)

    private val doors: List<Class<*>> =
        PublicApi.javaTypes.filter { type ->
            type == DigiMe::class.java ||
                (
                    type.isInterface &&
                        !type.isSealed &&
                        !type.isAnnotation &&
                        !type.isAnnotationPresent(FunctionalInterface::class.java) &&
                        type !in implementedByApplications
                )
        }

    private val Method.label get() = "${declaringClass.simpleName}.$name"

    /** Methods that prepare a request give the request back. */
    private val Method.isSetting
        get() = genericReturnType.typeName == "R" || returnType == declaringClass

    private fun hasTwin(method: Method): Boolean {
        val facade =
            runCatching { Class.forName("${method.declaringClass.name}ExtensionsKt") }.getOrNull() ?: return false
        val name = otherNames[method.label] ?: "await${method.name.replaceFirstChar(Char::uppercase)}"
        val wanted = listOf(method.declaringClass) + method.parameterTypes
        val candidates = facade.declaredMethods.filter { it.name == name }
        val isOptional = facade.declaredMethods.any { it.name == "$name\$default" }
        return candidates.any {
            val parameters = it.parameterTypes.filterNot(Continuation::class.java::isAssignableFrom)
            parameters == wanted || (isOptional && parameters.take(wanted.size) == wanted)
        }
    }

    @Test
    fun everyCallThatBlocksHasOne() {
        val calls =
            doors
                .flatMap(
                    PublicApi::methods,
                ).filterNot { it.isSetting || it.label in atOnce }
        assertThat(calls).hasSizeGreaterThan(40)
        assertThat(calls).allMatch(::hasTwin, "has a suspending twin")
    }

    @Test
    fun whatIsNamedHereExistsAndHasNone() {
        val named = doors.flatMap(PublicApi::methods).filter { it.label in atOnce }
        assertThat(named.map { it.label }.toSet()).isEqualTo(atOnce)
        assertThat(named).noneMatch(::hasTwin)
    }

    @Test
    fun theDoorsAreThoseThatAreKnown() {
        assertThat(
            doors.map { it.simpleName },
        ).contains("DigiMe", "DigiMeUser", "SessionFiles", "Discovery", "StorageFiles")
        assertThat(doors).doesNotContain(FileHandler::class.java)
    }
}

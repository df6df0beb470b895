package me.digi.client

import me.digi.client.diagnostics.ClientObserver
import me.digi.client.read.FileHandler
import me.digi.client.store.TokenStore
import org.assertj.core.api.Assertions.assertThat
import org.junit.jupiter.api.Test
import java.lang.reflect.Method
import kotlin.coroutines.Continuation

/** Each blocking method has a suspending twin. A new method has one, or is listed here as one that does not block. */
class SuspendingTwinsTest {
    /** Methods that return immediately, or are for another thread. */
    private val atOnce =
        setOf(
            "DigiMe.authorize()",
            "DigiMe.authorize(ContractDetails)",
            "DigiMe.keepAlive()",
            "DigiMe.keepAlive(ContractDetails)",
            "DigiMe.reauthorize(UserAccessToken)",
            "DigiMe.reauthorize(ContractDetails, UserAccessToken)",
            "DigiMe.discovery()",
            "DigiMe.discovery(ContractDetails)",
            "DigiMe.storages()",
            "DigiMe.storages(ContractDetails)",
            "DigiMe.toBuilder()",
            "DigiMe.withCallTimeout(Duration)",
            "DigiMe.user(String)",
            "DigiMe.user(ContractDetails, String)",
            "DigiMeUser.withCallTimeout(Duration)",
            "DigiMeUser.onboard()",
            "DigiMeUser.reauthorize()",
            "DigiMeUser.reauthorizeAccount(String)",
            "DigiMeUser.files(Session)",
            "DigiMeUser.files(Storage)",
            "DigiMeUser.files(Session, ReadOptions)",
            "KeepAliveRequest.start()",
            "KeepAliveRun.isDone()",
            "KeepAliveRun.stop()",
            "KeepAliveRun.summary()",
            "ListedFile.entry()",
            "ReadAllRequest.start(FileHandler)",
            "ReadAllRequest.startInto(Path)",
            "ReadAllRun.isDone()",
            "ReadAllRun.stop()",
            "ReadAllRun.summary()",
            "SessionFile.close()",
            "SessionFile.lastModified()",
            "SessionFile.metadata()",
            "SessionFile.name()",
            "SessionFile.stream()",
            "SessionFiles.readAllRequest()",
            "Storages.files(String)",
        )

    /** Twins whose names are not "await" and the method's name. */
    private val otherNames =
        mapOf(
            "KeepAliveRun.await" to "awaitEnd",
            "ReadAllRun.await" to "awaitEnd",
            "Discovery.listAllSources" to "listAllSourcesAsFlow",
            "DigiMe.listUsers" to "listUsersAsFlow",
        )

    /** Types that applications implement, and do not call. */
    private val implementedByApplications =
        setOf(
            TokenStore::class.java,
            ClientObserver::class.java,
            ClientObserver.Scope::class.java,
            ClientObserver.Observed::class.java,
        )

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

    private val Method.label
        get() = "${declaringClass.simpleName}.$name(${parameterTypes.joinToString { it.simpleName }})"

    /** Methods that configure a request return the request. */
    private val Method.isSetting
        get() = genericReturnType.typeName == "R" || returnType == declaringClass

    /** The type of a parameter in the twin: a handler may suspend, too. */
    private fun inKotlin(parameter: Class<*>): Class<*> =
        if (parameter == FileHandler::class.java) Function2::class.java else parameter

    /** Whether the extensions have a function with these parameters, and possibly more with defaults. */
    private fun hasTwin(method: Method): Boolean {
        val facade =
            runCatching { Class.forName("${method.declaringClass.name}ExtensionsKt") }.getOrNull() ?: return false
        val name =
            otherNames["${method.declaringClass.simpleName}.${method.name}"]
                ?: "await${method.name.replaceFirstChar(Char::uppercase)}"
        val wanted = listOf(method.declaringClass) + method.parameterTypes.map(::inKotlin)
        val isOptional = facade.declaredMethods.any { it.name == "$name\$default" }
        return facade.declaredMethods.filter { it.name == name }.any {
            val parameters = it.parameterTypes.filterNot(Continuation::class.java::isAssignableFrom)
            parameters == wanted || (isOptional && parameters.take(wanted.size) == wanted)
        }
    }

    @Test
    fun everyOverloadThatBlocksHasOne() {
        val calls = doors.flatMap(PublicApi::methods).filterNot { it.isSetting || it.label in atOnce }
        assertThat(calls).hasSizeGreaterThan(40)
        assertThat(calls.filterNot(::hasTwin).map { it.label }).isEmpty()
    }

    @Test
    fun listedMethodsExistAndHaveNoTwin() {
        val named = doors.flatMap(PublicApi::methods).filter { it.label in atOnce }
        assertThat(named.map { it.label }.toSet()).isEqualTo(atOnce)
        assertThat(named).noneMatch(::hasTwin)
    }

    @Test
    fun theDoorsAreThoseThatAreKnown() {
        assertThat(doors.map { it.simpleName })
            .contains("DigiMe", "DigiMeUser", "SessionFiles", "Discovery", "StorageFiles")
        assertThat(doors).doesNotContain(FileHandler::class.java)
    }
}

package me.digi.client

import me.digi.client.auth.AuthorizationCode
import me.digi.client.auth.Token
import me.digi.client.auth.UserAccessToken
import me.digi.client.auth.accessToken
import me.digi.client.auth.codeVerifier
import me.digi.client.auth.consentId
import me.digi.client.auth.contractId
import me.digi.client.auth.expiresAt
import me.digi.client.auth.privateKey
import me.digi.client.auth.refreshToken
import me.digi.client.auth.value
import me.digi.client.diagnostics.TokenEvent
import me.digi.client.diagnostics.grant
import me.digi.client.error.ApiException
import me.digi.client.error.ErrorCode
import me.digi.client.error.code
import me.digi.client.error.retryAfter
import me.digi.client.error.status
import me.digi.client.read.Scope
import me.digi.client.read.SessionOptions
import me.digi.client.read.scope
import me.digi.client.read.sourceFetch
import me.digi.client.retry.RetryPolicy
import me.digi.client.retry.limit
import me.digi.client.store.GrantKey
import org.assertj.core.api.Assertions.assertThat
import org.junit.jupiter.api.Test
import java.lang.reflect.Method
import java.time.Instant

/** Accessors are properties in Kotlin. Kotlin itself makes properties of a record's components. */
class PropertiesTest {
    /** Methods that applications implement, or that have an effect, stay functions. */
    private val functions =
        setOf(
            "ClientObserver.readAll",
            "ClientObserver.refresh",
            "Content.open",
            "DigiMe.authorize",
            "DigiMe.discovery",
            "DigiMe.keepAlive",
            "DigiMe.listUsers",
            "DigiMe.storages",
            "DigiMeUser.onboard",
            "DigiMeUser.reauthorize",
            "JdbcTokenStore.schema",
            "KeepAliveRequest.start",
            "KeepAliveRun.await",
            "KeepAliveRun.summary",
            "MicrometerObserver.readAll",
            "MicrometerObserver.refresh",
            "Observed.open",
            "ReadAllRun.await",
            "ReadAllRun.summary",
            "SessionFile.stream",
            "SessionFiles.readAllRequest",
        )

    private val Method.label get() = "${declaringClass.simpleName}.$name"

    private fun functionsOf(type: Class<*>) = runCatching { Class.forName("${type.name}ExtensionsKt") }.getOrNull()

    private fun propertiesOf(type: Class<*>) =
        runCatching { Class.forName("${type.packageName}.PropertiesKt") }.getOrNull()

    /** Values from the service are records, or created only in tests. Those that an application builds have a builder in braces. */
    private fun isReceived(type: Class<*>): Boolean {
        val isBuilt = type.declaredMethods.any { it.name == "builder" }
        val braces = runCatching { Class.forName("${type.packageName}.BuildersKt") }.getOrNull()
        return type.isRecord ||
            (isBuilt && type != Token::class.java && braces?.methods.orEmpty().none { it.returnType == type })
    }

    private fun Method.isQuestion(): Boolean =
        parameterCount == 0 && returnType != Void.TYPE && returnType != declaringClass &&
            !name.matches(Regex("(get|is|to)[A-Z].*|hashCode|toString"))

    private fun isCall(method: Method): Boolean =
        functionsOf(method.declaringClass)?.methods.orEmpty().any {
            it.name == "await${method.name.replaceFirstChar(Char::uppercase)}"
        }

    private val candidates =
        PublicApi.javaTypes
            .filterNot { it.isEnum || it.isAnnotation || isReceived(it) || it.simpleName == "Builder" }
            .filterNot { it.isAnnotationPresent(FunctionalInterface::class.java) }
            .plus(PublicApi.javaTypes.filter { it.isRecord })
            .flatMap { type ->
                val components = type.recordComponents.orEmpty().map { it.name }
                PublicApi.methods(type).filter { it.isQuestion() && it.name !in components && !isCall(it) }
            }.filterNot { it.label in functions }

    @Test
    fun everyPropertyIsOneInKotlin() {
        val missing =
            candidates.filterNot { method ->
                val getter = "get${method.name.replaceFirstChar(Char::uppercase)}"
                propertiesOf(method.declaringClass)?.methods.orEmpty().any {
                    it.name == getter && it.parameterTypes.contentEquals(arrayOf(method.declaringClass))
                }
            }
        assertThat(candidates).hasSizeGreaterThan(100)
        assertThat(missing.map { it.label }).isEmpty()
    }

    @Test
    fun listedNamesExist() {
        val known = PublicApi.javaTypes.flatMap(PublicApi::methods).map { it.label }
        assertThat(known).containsAll(functions)
    }

    @Test
    fun aPropertyIsWhatTheMethodReturns() {
        LocalDigiMe().use { local ->
            val pair: UserAccessToken = local.token()
            assertThat(pair.accessToken).isEqualTo(pair.accessToken())
            assertThat(pair.refreshToken.value).isEqualTo(pair.refreshToken().value())
            assertThat(pair.consentId).isEqualTo(pair.consentId())
            assertThat(local.contract.contractId).isEqualTo(local.contract.contractId())
            assertThat(local.contract.privateKey).isSameAs(local.contract.privateKey())
        }
        val expiry: Instant? = Token.of("token", null).expiresAt
        assertThat(expiry).isNull()
        assertThat(AuthorizationCode("code", "verifier").codeVerifier).isEqualTo("verifier")
        assertThat(RetryPolicy.none().limit).isZero()
    }

    @Test
    fun valuesThatMayBeNullAreNullable() {
        val scope: Scope? = SessionOptions { sourceFetch(false) }.scope
        val fetch: Boolean? = SessionOptions { sourceFetch(false) }.sourceFetch
        assertThat(scope).isNull()
        assertThat(fetch).isFalse()
    }

    @Test
    fun errorsAndEventsHaveThemToo() {
        val failure = ApiException("listAccounts", 403, ErrorCode("Forbidden"), null, null, null)
        assertThat(failure.status).isEqualTo(403)
        assertThat(failure.code).isEqualTo(ErrorCode("Forbidden"))
        assertThat(failure.retryAfter).isNull()
        val event: TokenEvent = TokenEvent.RefreshStarted(GrantKey("contract", "user-42"))
        assertThat(event.grant.userKey).isEqualTo("user-42")
    }
}

package me.digi.client

import me.digi.client.auth.UserAccessToken
import me.digi.client.error.ApiException
import me.digi.client.read.Account
import me.digi.client.read.ReadAllSummary
import me.digi.client.read.SessionOptions
import me.digi.client.store.GrantKey
import me.digi.client.store.StoredGrant
import me.digi.client.store.TokenStore
import org.assertj.core.api.Assertions.assertThat
import org.jspecify.annotations.NullMarked
import org.junit.jupiter.api.Test
import kotlin.reflect.typeOf

/** A value that Java may return as null is nullable in Kotlin, and no other. The compiler derives it from the annotations. */
class NullnessTest {
    /** Whether Kotlin considers the result of a call nullable. */
    private inline fun <reified T> isNullable(
        @Suppress("UNUSED_PARAMETER") call: () -> T,
    ): Boolean = typeOf<T>().isMarkedNullable

    @Test
    fun everyPackageSaysWhatMayBeNull() {
        val packages = PublicApi.javaTypes.map { it.`package` }.toSet()
        assertThat(packages).hasSizeGreaterThan(10).allMatch { it.isAnnotationPresent(NullMarked::class.java) }
    }

    @Test
    fun valuesThatMayBeNullAreNullable() {
        fun token(): UserAccessToken = error("never called")

        fun failure(): ApiException = error("never called")

        fun account(): Account = error("never called")

        fun options(): SessionOptions = error("never called")

        fun summary(): ReadAllSummary = error("never called")

        assertThat(isNullable { token().userId() }).isTrue()
        assertThat(isNullable { failure().code() }).isTrue()
        assertThat(isNullable { failure().retryAfter() }).isTrue()
        assertThat(isNullable { account().username }).isTrue()
        assertThat(isNullable { options().scope() }).isTrue()
        assertThat(isNullable { summary().state }).isTrue()
    }

    @Test
    fun valuesThatAreNeverNullAreNotNullable() {
        fun token(): UserAccessToken = error("never called")

        fun failure(): ApiException = error("never called")

        fun user(): DigiMeUser = error("never called")

        assertThat(isNullable { token().accessToken().value() }).isFalse()
        assertThat(isNullable { failure().operation() }).isFalse()
        assertThat(isNullable { user().listAccounts() }).isFalse()
        assertThat(isNullable { user().listAccounts().first() }).isFalse()
    }

    /** This compiles because Java's nullness is part of the signatures. */
    @Suppress("unused")
    private class StoreInKotlin : TokenStore {
        override fun load(grant: GrantKey): StoredGrant? = null

        override fun compareAndSet(
            grant: GrantKey,
            expectedVersion: Long,
            next: StoredGrant,
        ): Boolean = false

        override fun delete(grant: GrantKey): Unit = Unit
    }
}

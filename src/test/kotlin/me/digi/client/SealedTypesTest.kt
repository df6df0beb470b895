package me.digi.client

import me.digi.client.auth.AccountResult
import me.digi.client.auth.Authorized
import me.digi.client.auth.Completed
import me.digi.client.auth.ConsentResult
import me.digi.client.auth.DeleteResult
import me.digi.client.auth.RefreshResult
import me.digi.client.auth.Refused
import me.digi.client.auth.TakeOver
import me.digi.client.diagnostics.TokenEvent
import me.digi.client.read.FileMetadata
import me.digi.client.read.MappedFileMetadata
import me.digi.client.read.RawFileMetadata
import org.assertj.core.api.Assertions.assertThat
import org.junit.jupiter.api.Test

/** A `when` over every sealed type needs no `else`, as these show by compiling. */
class SealedTypesTest {
    private val branches =
        mapOf(
            RefreshResult::class to { value: Any ->
                when (value as RefreshResult) {
                    is RefreshResult.Refreshed -> 1
                    is RefreshResult.Reauthorize -> 2
                }
            },
            ConsentResult::class to { value: Any ->
                when (value as ConsentResult) {
                    is Authorized -> 1
                    is Refused -> 2
                }
            },
            AccountResult::class to { value: Any ->
                when (value as AccountResult) {
                    is Completed -> 1
                    is Refused -> 2
                }
            },
            TakeOver::class to { value: Any ->
                when (value as TakeOver) {
                    is TakeOver.Same -> 1
                    is TakeOver.Older -> 2
                    is TakeOver.OtherUser -> 3
                    is TakeOver.Taken -> 4
                    is TakeOver.Undecided -> 5
                }
            },
            DeleteResult::class to { value: Any ->
                when (value as DeleteResult) {
                    is DeleteResult.Deleted -> 1
                    is DeleteResult.OnlyForgotten -> 2
                }
            },
            FileMetadata::class to { value: Any ->
                when (value as FileMetadata) {
                    is MappedFileMetadata -> 1
                    is RawFileMetadata -> 2
                }
            },
            TokenEvent::class to { value: Any ->
                when (value as TokenEvent) {
                    is TokenEvent.Changed -> 1
                    is TokenEvent.RefreshStarted -> 2
                    is TokenEvent.RefreshJoined -> 3
                    is TokenEvent.RefreshDone -> 4
                    is TokenEvent.RefreshFailed -> 5
                    is TokenEvent.RefreshInDoubt -> 6
                    is TokenEvent.ReauthorizationNeeded -> 7
                    is TokenEvent.ResponseOdd -> 9
                    is TokenEvent.StoreFailed -> 8
                    is TokenEvent.OnlyInMemory -> 10
                }
            },
        )

    @Test
    fun everySealedTypeIsAmongThem() {
        val sealedTypes = PublicApi.javaTypes.filter { it.isSealed }
        assertThat(branches.keys.map { it.java }).containsAll(sealedTypes)
        assertThat(sealedTypes).hasSizeGreaterThan(6)
    }

    @Test
    fun valuesFindTheirBranch() {
        assertThat(branches.getValue(AccountResult::class)(Completed(null, null))).isEqualTo(1)
        assertThat(branches.getValue(ConsentResult::class)(Refused(null, null))).isEqualTo(2)
    }
}

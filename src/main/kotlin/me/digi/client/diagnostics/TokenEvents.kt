package me.digi.client.diagnostics

import kotlinx.coroutines.channels.BufferOverflow
import kotlinx.coroutines.flow.MutableSharedFlow
import kotlinx.coroutines.flow.SharedFlow
import kotlinx.coroutines.flow.asSharedFlow
import kotlinx.coroutines.runBlocking

/**
 * Token events as a flow. Pass one to `DigiMe.Builder.tokenListener` and collect its [events]:
 *
 * ```
 * val tokens = TokenEvents()
 * scope.launch { tokens.events.collect { log(it) } }
 * val digiMe = DigiMe {
 *     applicationId("my-app")
 *     tokenListener(tokens)
 * }
 * ```
 */
public class TokenEvents : TokenListener {
    private val shared = MutableSharedFlow<TokenEvent>(0, BUFFER, BufferOverflow.SUSPEND)

    /**
     * Events from the start of collecting, in order, for any number of collectors; never completes. 64 events wait here
     * for a slow collector and 1,000 in the client; then the oldest of the latter are dropped, which is logged once.
     */
    public val events: SharedFlow<TokenEvent> = shared.asSharedFlow()

    /** Called by the client on its listener thread, which waits for slow collectors. */
    override fun on(event: TokenEvent) {
        if (!shared.tryEmit(event)) {
            runBlocking { shared.emit(event) }
        }
    }

    private companion object {
        const val BUFFER = 64
    }
}

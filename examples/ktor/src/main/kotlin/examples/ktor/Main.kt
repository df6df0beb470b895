package examples.ktor

import io.ktor.server.cio.CIO
import io.ktor.server.engine.embeddedServer
import me.digi.client.DigiMe
import me.digi.client.sandbox.Sandbox

fun main() {
    val sandbox = Sandbox.builder().runningClock().start() // a local digi.me
    val digiMe =
        DigiMe {
            applicationId(sandbox.applicationId())
            environment(sandbox.environment())
            contract(sandbox.contract())
        }
    println("Open http://localhost:8765 in a browser. Press Ctrl-C to stop.")
    embeddedServer(CIO, host = "localhost", port = 8765) {
        shareMyData(digiMe, "http://localhost:8765/callback")
    }.start(wait = true)
}

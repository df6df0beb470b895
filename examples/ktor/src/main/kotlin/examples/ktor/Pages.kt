package examples.ktor

import io.ktor.http.ContentType
import io.ktor.http.HttpHeaders
import io.ktor.http.HttpStatusCode
import io.ktor.server.application.ApplicationCall
import io.ktor.server.response.header
import io.ktor.server.response.respond
import io.ktor.server.response.respondText

internal suspend fun ApplicationCall.go(address: String) {
    response.header(HttpHeaders.Location, address)
    respond(HttpStatusCode.SeeOther)
}

internal suspend fun ApplicationCall.show(
    body: String,
    status: Int = 200,
) = respondText("$HEAD$body", ContentType.Text.Html, HttpStatusCode.fromValue(status))

private const val HEAD = "<!doctype html><html lang=en><meta charset=utf-8><title>My data</title><h1>My data</h1>"
internal const val SHARE = "<form method=post action='/share?next=/accounts'><button>Share my data</button></form>"
internal const val MENU =
    "<p><a href=/accounts>My accounts</a><form method=post action=/disconnect><button>Disconnect</button></form>" +
        "<form method=post action=/delete><button>Delete my data</button></form>"
internal const val READING =
    "<p id=text role=status>Reading</p><script>const events = new EventSource('/progress');" +
        "events.onmessage = event => text.textContent = event.data;" +
        "events.addEventListener('end', event => { events.close(); text.textContent = event.data; });</script>"

package examples.ktor

import io.ktor.server.application.Application
import io.ktor.server.application.ApplicationCall
import io.ktor.server.application.install
import io.ktor.server.plugins.statuspages.StatusPages
import io.ktor.server.request.path
import io.ktor.server.request.queryString
import io.ktor.server.routing.get
import io.ktor.server.routing.post
import io.ktor.server.routing.routing
import io.ktor.server.sessions.SessionStorageMemory
import io.ktor.server.sessions.Sessions
import io.ktor.server.sessions.cookie
import io.ktor.server.sessions.get
import io.ktor.server.sessions.sessions
import io.ktor.server.sessions.set
import io.ktor.server.sse.SSE
import io.ktor.server.sse.sse
import io.ktor.util.escapeHTML
import kotlinx.coroutines.coroutineScope
import kotlinx.coroutines.launch
import kotlinx.serialization.Serializable
import me.digi.client.DigiMe
import me.digi.client.DigiMeUser
import me.digi.client.auth.Authorized
import me.digi.client.auth.DeleteResult
import me.digi.client.auth.PageRequest
import me.digi.client.auth.PendingConsent
import me.digi.client.auth.Refused
import me.digi.client.auth.awaitStart
import me.digi.client.auth.url
import me.digi.client.awaitDelete
import me.digi.client.awaitFindUser
import me.digi.client.awaitForget
import me.digi.client.awaitListAccounts
import me.digi.client.awaitSignIn
import me.digi.client.awaitStartSession
import me.digi.client.error.CallbackException
import me.digi.client.error.DigiMeException
import me.digi.client.error.UnknownTokenException
import me.digi.client.read.readAllAsFlow
import me.digi.client.store.GrantNotFoundException
import me.digi.client.store.ReauthorizationRequiredException
import java.util.UUID

// docs: the session
@Serializable
data class UserSession(
    val userKey: String,
    val pending: String? = null,
    val next: String = "/",
)

private var ApplicationCall.session: UserSession
    get() = sessions.get() ?: UserSession("user-" + UUID.randomUUID()) // if users log in: your own id of the user
    set(session) = sessions.set(session)
// docs: end

fun Application.shareMyData(
    digiMe: DigiMe,
    redirectUri: String,
) {
    // docs: the consent
    suspend fun ApplicationCall.consent(
        request: PageRequest<*>,
        next: String,
    ) {
        val pending =
            try {
                request.redirectUri(redirectUri).awaitStart()
            } catch (e: UnknownTokenException) {
                // The user was deleted at digi.me, and gets a new library.
                digiMe.authorize().redirectUri(redirectUri).awaitStart()
            }
        session = session.copy(pending = pending.toJson(), next = next)
        go(pending.url.toString())
    }
    // docs: end

    // docs: the plugins
    install(SSE)
    install(Sessions) {
        cookie<UserSession>("session", SessionStorageMemory()) {
            cookie.httpOnly = true
            cookie.extensions["SameSite"] = "Lax"
        }
    }
    install(StatusPages) {
        exception<ReauthorizationRequiredException> { call, _ ->
            // Consents, and returns to the same page.
            call.consent(digiMe.user(call.session.userKey).reauthorize(), next = call.request.path())
        }
        exception<GrantNotFoundException> { call, _ -> call.go("/") } // disconnected in another tab
        exception<CallbackException> { call, _ ->
            call.show("This is not the response to a consent that was started in this browser.", 400)
        }
        exception<DigiMeException> { call, _ -> call.show("digi.me is not available. Try again later.", 502) }
    }
    // docs: end

    // docs: the routes
    routing {
        get("/") { call.show(if (digiMe.awaitFindUser(call.session.userKey) == null) SHARE else MENU) }
        post("/share") {
            // A path of this application that browsers do not resolve to another site, such as //evil.example.
            val next = call.request.queryParameters["next"]?.takeIf { it.matches(Regex("/[a-z]*")) }
            call.consent(digiMe.authorize().forUser(call.session.userKey), next ?: "/")
        }
        get("/callback") {
            val session = call.session
            call.session = session.copy(pending = null) // used once
            when (val result = PendingConsent.fromJson(session.pending).read(call.request.queryString())) {
                is Authorized -> digiMe.awaitSignIn(session.userKey, result)
                is Refused -> return@get call.go("/")
            }
            call.go(session.next)
        }
        get("/accounts") {
            val accounts = digiMe.user(call.session.userKey).awaitListAccounts()
            val items = accounts.joinToString("") { "<li>" + (it.serviceTypeName ?: it.id).escapeHTML() }
            call.show("<ul>$items</ul>$READING$MENU")
        }
        sse("/progress") {
            val user = digiMe.user(call.session.userKey)
            send(event = "end", data = user.readAll { done, known -> send("$done of $known files") })
        }
        post("/disconnect") {
            digiMe.user(call.session.userKey).awaitForget()
            call.go("/")
        }
        post("/delete") {
            when (digiMe.user(call.session.userKey).awaitDelete()) {
                is DeleteResult.Deleted -> call.show("Your data is deleted.")
                is DeleteResult.OnlyForgotten -> call.show("You are disconnected. Ask digi.me to delete your data.")
            }
        }
    }
    // docs: end
}

// docs: reading
private suspend fun DigiMeUser.readAll(show: suspend (Int, Int) -> Unit): String =
    try {
        val files = files(awaitStartSession()).readAllAsFlow { file -> file.readText() }
        coroutineScope {
            launch { files.progress.collect { show(it.filesDone, it.filesKnown) } }
            files.collect {} // store it.name, it.content
        }
        if (files.summary.isComplete) "All files are read." else "Some files could not be read."
    } catch (e: DigiMeException) {
        "The files could not be read."
    }
// docs: end

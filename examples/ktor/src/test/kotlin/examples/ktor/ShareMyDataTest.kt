package examples.ktor

import io.ktor.server.cio.CIO
import io.ktor.server.engine.embeddedServer
import me.digi.client.DigiMe
import me.digi.client.auth.Token
import me.digi.client.auth.UserAccessToken
import me.digi.client.sandbox.Sandbox
import me.digi.client.sandbox.SyncScript
import me.digi.client.store.InMemoryTokenStore
import org.assertj.core.api.Assertions.assertThat
import org.junit.jupiter.api.AfterEach
import org.junit.jupiter.api.BeforeEach
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.Timeout
import java.net.CookieManager
import java.net.InetAddress
import java.net.ServerSocket
import java.net.URI
import java.net.http.HttpClient
import java.net.http.HttpRequest
import java.net.http.HttpResponse
import java.net.http.HttpResponse.BodyHandlers

/** The pages in a browser. */
@Timeout(60)
class ShareMyDataTest {
    private val port = ServerSocket(0, 1, InetAddress.getLoopbackAddress()).use { it.localPort }
    private val home = "http://localhost:$port"
    private val sandbox = Sandbox.builder().redirectUri("$home/callback").start()
    private val digiMe =
        DigiMe {
            applicationId(sandbox.applicationId())
            environment(sandbox.environment())
            clock(sandbox.clock())
            contract(sandbox.contract())
        }
    private val server =
        embeddedServer(CIO, host = "localhost", port = port) { shareMyData(digiMe, "$home/callback") }
    private val browser = newBrowser()

    @BeforeEach
    fun start() {
        sandbox.newUsers { it.script(SyncScript.atOnce()) }
        server.start()
    }

    @AfterEach
    fun stop() {
        server.stop(0, 0)
        digiMe.close()
        sandbox.close()
    }

    @Test
    fun userSharesAndSeesTheirAccountsAndReadsTheirFiles() {
        assertThat(get("/").body()).contains("Share my data")
        assertThat(next(allow(share("/accounts")))).isEqualTo("/accounts")
        assertThat(get("/accounts").body()).contains("<li>", "EventSource")
        assertThat(get("/").body()).doesNotContain("Share my data")
        assertThat(get("/progress").body())
            .containsPattern("data: (\\d+) of \\1 files\r\n")
            .contains("event: end", "data: All files are read.")
    }

    @Test
    fun userWhoDeclinesCanShareLater() {
        assertThat(next(get(sandbox.deny(share("/accounts"))))).isEqualTo("/")
        assertThat(get("/").body()).contains("Share my data")
    }

    @Test
    fun userWhoHasToConsentAgainReturnsToTheSamePage() {
        allow(share("/accounts"))
        sandbox.revoke(sandbox.grants().first().userId())

        val page = URI(next(get("/accounts")))
        assertThat(page.toString()).contains("user-reauth")
        assertThat(next(allow(page))).isEqualTo("/accounts")
        assertThat(get("/accounts").statusCode()).isEqualTo(200)
    }

    @Test
    fun userWhoWasDeletedElsewhereSharesAgain() {
        allow(share("/accounts"))
        val pair = sandbox.grants().first().live()!!
        val later = sandbox.clock().instant().plusSeconds(3600)
        digiMe.toBuilder().tokenStore(InMemoryTokenStore()).build().use { elsewhere ->
            val token =
                UserAccessToken {
                    accessToken(Token.of(pair.accessToken(), later))
                    refreshToken(Token.of(pair.refreshToken(), later))
                }
            elsewhere.takeOver("the same user", token)
            elsewhere.user("the same user").delete()
        }

        val page = URI(next(get("/accounts")))
        assertThat(page.toString()).contains("/authorize?")
        assertThat(next(allow(page))).isEqualTo("/accounts")
        assertThat(get("/accounts").statusCode()).isEqualTo(200)
    }

    @Test
    fun userWhoDisconnectsOrDeletesIsNoLongerStored() {
        allow(share("/accounts"))
        assertThat(next(post("/disconnect"))).isEqualTo("/")
        assertThat(next(get("/accounts"))).isEqualTo("/")

        allow(share("/accounts"))
        assertThat(post("/delete").body()).contains("Your data is deleted.")
        assertThat(next(get("/accounts"))).isEqualTo("/")
    }

    @Test
    fun callbackWorksOnceAndOnlyInTheBrowserThatStarted() {
        val callback = sandbox.allow(share("/accounts"))
        assertThat(get(callback, newBrowser()).statusCode()).isEqualTo(400)
        assertThat(next(get(callback))).isEqualTo("/accounts")
        assertThat(get(callback).statusCode()).isEqualTo(400)
    }

    @Test
    fun userIsNotRedirectedToAnotherSite() {
        for (elsewhere in listOf("//evil.example", "https://evil.example", "/%2Fevil.example")) {
            assertThat(next(allow(share(elsewhere)))).isEqualTo("/")
        }
    }

    @Test
    fun sessionCookieIsHiddenFromScriptsAndOtherSitesAndItsIdIsTheServersOwn() {
        val planted =
            HttpRequest
                .newBuilder(URI("$home/share"))
                .header("Cookie", "session=planted")
                .POST(HttpRequest.BodyPublishers.noBody())
                .build()
        val cookies =
            HttpClient
                .newHttpClient()
                .send(
                    planted,
                    BodyHandlers.ofString(),
                ).headers()
                .allValues("Set-Cookie")
        assertThat(cookies.single())
            .matches("session=[0-9a-f]{32,};.*")
            .contains("HttpOnly", "SameSite=Lax")
    }

    @Test
    fun failureOfDigiMeIsShownAsAPage() {
        sandbox.close()
        assertThat(post("/share").statusCode()).isEqualTo(502)
        assertThat(get("/nowhere").statusCode()).isEqualTo(404)
    }

    private fun share(next: String) = URI(next(post("/share?next=$next")))

    private fun allow(page: URI) = get(sandbox.allow(page))

    private fun get(path: String) = get(URI(home + path))

    private fun get(
        uri: URI,
        from: HttpClient = browser,
    ): HttpResponse<String> = from.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString())

    private fun post(path: String): HttpResponse<String> {
        val request = HttpRequest.newBuilder(URI(home + path)).POST(HttpRequest.BodyPublishers.noBody()).build()
        return browser.send(request, BodyHandlers.ofString())
    }

    private fun next(response: HttpResponse<String>): String {
        assertThat(response.statusCode()).`as`(response.body()).isEqualTo(303)
        return response.headers().firstValue("Location").orElseThrow()
    }

    private fun newBrowser() = HttpClient.newBuilder().cookieHandler(CookieManager()).build()
}

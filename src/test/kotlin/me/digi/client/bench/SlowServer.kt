package me.digi.client.bench

import com.sun.net.httpserver.HttpExchange
import com.sun.net.httpserver.HttpServer
import java.net.InetAddress
import java.net.InetSocketAddress
import java.util.concurrent.Executors
import java.util.concurrent.TimeUnit

/** Answers every request with an empty list of accounts, so many milliseconds after it came; holds no thread meanwhile. */
internal class SlowServer(
    private val millis: Long,
) : AutoCloseable {
    private val responses = Executors.newScheduledThreadPool(2)
    private val server: HttpServer

    init {
        System.setProperty("sun.net.httpserver.nodelay", "true")
        System.setProperty("sun.net.httpserver.maxIdleConnections", "5000")
        server = HttpServer.create(InetSocketAddress(InetAddress.getLoopbackAddress(), 0), BACKLOG)
        server.createContext("/") { exchange ->
            responses.schedule({ respond(exchange) }, millis, TimeUnit.MILLISECONDS)
        }
        server.start()
    }

    val url: String get() = "http://127.0.0.1:${server.address.port}/"

    private fun respond(exchange: HttpExchange) {
        exchange.use {
            exchange.responseHeaders.set("Content-Type", "application/json")
            exchange.sendResponseHeaders(200, BODY.size.toLong())
            exchange.responseBody.write(BODY)
        }
    }

    override fun close() {
        server.stop(0)
        responses.shutdownNow()
    }

    private companion object {
        const val BACKLOG = 2048
        val BODY = "[]".encodeToByteArray()
    }
}

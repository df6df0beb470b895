package me.digi.client;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import me.digi.client.auth.PendingConsent;
import me.digi.client.error.DigiMeException;
import me.digi.client.fuzz.FuzzInput;
import me.digi.client.fuzz.FuzzKeys;
import me.digi.client.fuzz.Outcome;
import me.digi.client.fuzz.Seeds;
import me.digi.client.read.FileList;
import me.digi.client.read.Session;
import me.digi.client.read.SessionKey;
import me.digi.client.report.PortabilityReport;

/** A response as it comes over the network, to any operation: status line, headers and body. */
public final class ResponseFuzz {
    private static final FuzzedServer SERVER = new FuzzedServer(false);
    private static final Outcome OUTCOME = Outcome.ofTheFamily();
    private static final Session SESSION = new Session(new SessionKey(Outcome.SECRET + "-session"), Instant.EPOCH);

    private static final List<Call> CALLS = List.of(
            user -> user.listAccounts(),
            user -> user.startSession(),
            user -> list(user),
            user -> user.files(SESSION).read("file").readText(),
            user -> user.files(SESSION).fetchMetadata("file"),
            user -> user.fetchStorage(),
            user -> user.revokeAccountPermission("1_a", URI.create("https://app.example/back")),
            user -> drained(user.downloadReport(PortabilityReport.medMij())),
            user -> SERVER.digiMe.describeContract(FuzzKeys.CONTRACT),
            user -> SERVER.digiMe.discovery(FuzzKeys.CONTRACT).listSources(),
            user -> SERVER.digiMe.discovery(FuzzKeys.CONTRACT).listCountries(),
            user -> SERVER.digiMe.discovery(FuzzKeys.CONTRACT).listSampleDataSets(1),
            user -> SERVER.digiMe.storages(FuzzKeys.CONTRACT).files("storage").list(),
            user -> drained(
                    SERVER.digiMe.storages(FuzzKeys.CONTRACT).files("storage").download("file")),
            user -> user.delete(),
            user -> link());

    private ResponseFuzz() {}

    private interface Call {
        Object make(DigiMeUser user) throws IOException;
    }

    /** Loads the classes that a call needs, before time is measured. */
    public static void fuzzerInitialize() {
        seeds().forEach(seed -> fuzzerTestOneInput(seed));
    }

    /** Makes a call. */
    public static void fuzzerTestOneInput(byte[] input) {
        FuzzInput chosen = FuzzInput.of(input);
        SERVER.respond(chosen.bytes());
        Call call = CALLS.get(chosen.choice() % CALLS.size());
        DigiMeUser user = SERVER.newUser();
        OUTCOME.quoting().of(() -> call.make(user));
        user.forget();
    }

    private static FileList list(DigiMeUser user) {
        FileList list = user.files(SESSION).list();
        list.problems().forEach(Outcome::hides);
        return list;
    }

    private static PendingConsent link() {
        return SERVER.digiMe
                .authorize(FuzzKeys.CONTRACT)
                .redirectUri("https://app.example/back")
                .start();
    }

    private static long drained(InputStream stream) throws IOException {
        try (stream) {
            return stream.transferTo(java.io.OutputStream.nullOutputStream());
        } catch (IOException e) {
            if (e.getCause() instanceof DigiMeException failure) {
                throw failure;
            }
            throw e;
        }
    }

    /** The cases of H and D1, and a good response to each operation. */
    public static List<byte[]> seeds() {
        Seeds seeds = new Seeds();
        String account = "{\"id\":\"1_a\",\"reference\":\"r\",\"type\":\"BANK\",\"createdDate\":1,\"sample\":\"x\"}";
        List<String> bodies = List.of(
                "[" + account + ",null,{\"id\":5}]",
                "{\"session\":{\"key\":\"S3CRET~VALUE\",\"expiry\":1e12}}",
                "{\"status\":{\"state\":\"partial\",\"details\":{\"S3CRET~VALUE\":{\"state\":\"partial\",\"error\":{\"code\":"
                        + "\"ServiceAuthorizationError\",\"statusCode\":511}}}},\"fileList\":[{\"name\":\"f\","
                        + "\"updatedDate\":1,\"objectCount\":\"42\"}]}",
                "encrypted",
                "",
                "{\"id\":\"storage\",\"kid\":\"k\"}",
                "{\"location\":\"https://digi.example/revoke\"}",
                "<report/>",
                "{\"accessType\":\"r\",\"application\":{\"id\":\"a\",\"name\":\"n\"},\"id\":\"c\",\"type\":\"t\"}",
                "{\"data\":[{\"id\":1,\"publishedStatus\":2,\"new\":{\"a\":[1000e2147483647]}}],\"limit\":1,\"offset\":0,"
                        + "\"total\":1}",
                "{\"data\":[{\"id\":1,\"code\":\"GB\",\"name\":\"x\"}]}",
                "{\"1\":{\"name\":\"x\",\"description\":\"y\"}}",
                "{\"files\":[{\"id\":\"1\",\"name\":\"f\",\"path\":\"/apps/application/f\"}],\"total\":1}",
                "stored",
                "",
                "{\"token\":\"a.b.c\",\"session\":{\"key\":\"S3CRET~VALUE\",\"expiry\":1}}");
        for (int call = 0; call < CALLS.size(); call++) {
            String body = bodies.get(call);
            seeds.choosing(
                    call,
                    new Seeds()
                            .texts("HTTP/1.1 200 OK\r\nContent-Length: " + body.getBytes(UTF_8).length
                                    + "\r\nx-metadata: e30\r\nLast-Modified: Sun Nov  6 08:49:37 1994\r\n\r\n" + body));
        }
        Seeds odd = new Seeds();
        for (String response : List.of(
                "HTTP/1.1 400 Bad\r\n\r\n{\"error\":{\"code\":\"A\\nB\",\"message\":\"S3CRET~VALUE\",\"reference\":7}}",
                "HTTP/1.1 401 No\r\nWWW-Authenticate: Bearer error=\"invalid_token\"\r\n\r\n<html>",
                "HTTP/1.1 404 No\r\nX-Error-Code: A\u0085B\r\nX-Error-Message: m\r\n\r\n",
                "HTTP/1.1 429 Slow\r\nRetry-After: Wednesday, 25-Nov-26 21:11:55 GMT\r\n\r\n",
                "HTTP/1.1 503 Busy\r\nRetry-After: 99999999999\r\nTransfer-Encoding: chunked\r\n\r\n2;x=y\r\n{}\r\n0\r\n\r\n",
                "HTTP/1.1 302 Found\r\nLocation: https://S3CRET~VALUE-session.example/\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Encoding: deflate\r\n\r\nxyz",
                "HTTP/1.1 200 OK\r\nContent-Encoding: br\r\n\r\nxyz",
                "HTTP/1.1 200 OK\r\nContent-Encoding: S3CRET~VALUE\r\nContent-Length: 3\r\n\r\nxyz",
                "HTTP/1.1 200 OK\r\nContent-Type: S3CRET~VALUE/S3CRET~VALUE\r\nContent-Length: 9\r\n\r\n[",
                "HTTP/1.1 200 OK\r\nContent-Length: -5\r\n\r\n[]",
                "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 204 None\r\n\r\n",
                "HTTP/1.1 \u001b[2JS3CRET~VALUE\r\r\n\r\n",
                "S3CRET~VALUE",
                "HTTP/1.1 200 OK\r\n\r\n{\"S3CRET~VALUE\":[1,{\"S3CRET~VALUE\":tru}]}")) {
            odd.bytes(response.getBytes(ISO_8859_1));
        }
        seeds.found("CUhUVFAvMS4xIDUwMyBCdXN5DQpSZXRyeS1BZnRlcjogeQ1yYW5zZmVyLUVuY29kaW5nOiBjaHVuawowDQoNCg==");
        return seeds.choosing(0, odd)
                .choosing(2, odd)
                .choosing(3, odd)
                .choosing(9, odd)
                .all();
    }
}

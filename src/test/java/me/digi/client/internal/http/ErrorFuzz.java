package me.digi.client.internal.http;

import java.time.Duration;
import java.util.List;
import me.digi.client.error.ApiException;
import me.digi.client.fuzz.FuzzInput;
import me.digi.client.fuzz.Outcome;
import me.digi.client.fuzz.Seeds;
import me.digi.client.internal.io.Deadline;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;

/** The body and the headers of an error. */
public final class ErrorFuzz {
    private static final Outcome OUTCOME = Outcome.always();
    private static final Request REQUEST =
            new Request.Builder().url("http://127.0.0.1/").build();

    private ErrorFuzz() {}

    /** Reads the input as the body, or as the three headers; whatever it is, it is the service's refusal. */
    public static void fuzzerTestOneInput(byte[] input) {
        FuzzInput chosen = FuzzInput.of(input);
        Response.Builder response = new Response.Builder()
                .request(REQUEST)
                .protocol(Protocol.HTTP_1_1)
                .code(400)
                .message("Bad Request");
        if (chosen.choice() % 2 == 0) {
            response.body(ResponseBody.create(chosen.bytes(), null));
        } else {
            String[] values =
                    chosen.text().replaceAll("[^\\t\\x20-\\x7E\\n]", " ").split("\n", 4);
            for (int i = 0; i < Math.min(values.length, 3); i++) {
                response.header(
                        List.of("X-Error-Code", "X-Error-Message", "X-Error-Reference")
                                .get(i),
                        values[i]);
            }
            response.body(ResponseBody.create("", null));
        }
        CallContext context = new CallContext(
                new Operation("operation", Repeatability.SAFE, "path"),
                Deadline.after(Duration.ofMinutes(1)),
                () -> "jwt",
                List.of(Outcome.SECRET),
                null);
        ApiException refusal = OUTCOME.of(() -> {
            ServerError error = ServerError.of(response.build(), context);
            return new ApiException("operation", 400, error.code(), error.message(), error.reference(), null);
        });
        if (refusal != null) {
            OUTCOME.quoting().check(refusal);
            Outcome.require(
                    refusal.serverMessage() == null || refusal.serverMessage().length() <= 2000,
                    "no message is longer than 2,000 characters");
        }
    }

    /** Both shapes, and the case H5. */
    public static List<byte[]> seeds() {
        return new Seeds()
                .choosing(
                        0,
                        new Seeds()
                                .texts(
                                        "{\"error\":{\"code\":\"InvalidToken\",\"message\":\"S3CRET~VALUE\",\"reference\":\"r\"}}",
                                        "{\"error\":\"InvalidToken\",\"message\":\"m\\nWARN forged\"}",
                                        "{\"error\":{\"code\":7,\"reference\":1000e2147483647},\"message\":[]}",
                                        "\uFEFF{\"error\":{\"code\":\" \",\"code\":\"twice\"}}",
                                        "<html>S3CRET~VALUE",
                                        "{\"error\":" + "[".repeat(300),
                                        ""))
                .choosing(1, new Seeds().texts("InvalidToken\nS3CRET~VALUE\nr", " \n\n", "a"))
                .all();
    }
}

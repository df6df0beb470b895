package me.digi.client.sandbox.internal.http;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import me.digi.client.internal.json.Json;
import me.digi.client.sandbox.CannedAnswer;
import me.digi.client.sandbox.Change;
import me.digi.client.sandbox.ErrorShape;
import me.digi.client.sandbox.ForeignJku;
import me.digi.client.sandbox.Forgery;
import me.digi.client.sandbox.Oversized;
import me.digi.client.sandbox.internal.jose.AnswerSigner;
import me.digi.client.sandbox.internal.json.JsonView;
import me.digi.client.sandbox.internal.protocol.Answer;
import me.digi.client.sandbox.internal.protocol.Refusal;
import me.digi.client.sandbox.internal.state.RandomText;

/** Signs and writes what an operation answers, with the faults that belong there. */
final class AnswerWriter {
    private static final byte SPACE = ' ';

    private final AnswerSigner signer;
    private final RandomText random;

    AnswerWriter(AnswerSigner signer, RandomText random) {
        this.signer = signer;
        this.random = random;
    }

    Response write(Answer answer, FaultPlan plan) {
        Object json = answer.json();
        if (answer.token() != null) {
            Map<String, Object> members = new LinkedHashMap<>();
            members.put("token", token(answer.token(), plan));
            members.putAll(JsonView.of(json).members());
            json = members;
        }
        String text = Json.write(JsonPath.apply(json, plan.changes(Change.Part.BODY)));
        return oversized(Response.of(CannedAnswer.json(200, text)), plan);
    }

    /** A refusal has a reference of its own, in the body and in the headers. */
    CannedAnswer write(Refusal refusal) {
        CannedAnswer answer = CannedAnswer.refusal(
                ErrorShape.NESTED, refusal.status(), refusal.code(), refusal.explanation(), random.next(9));
        for (Map.Entry<String, String> header : refusal.headers().entrySet()) {
            answer = answer.withHeader(header.getKey(), header.getValue());
        }
        return answer;
    }

    Response oversized(Response response, FaultPlan plan) {
        Oversized oversized = plan.oversized();
        if (oversized == null || oversized.bytes() <= response.body().length) {
            return response;
        }
        byte[] body = Arrays.copyOf(response.body(), Math.toIntExact(oversized.bytes()));
        Arrays.fill(body, response.body().length, body.length, SPACE);
        return new Response(response.status(), response.headers(), body);
    }

    private String token(Map<String, ?> payload, FaultPlan plan) {
        Map<String, ?> changed = JsonView.of(JsonPath.apply(payload, plan.changes(Change.Part.PAYLOAD)))
                .members();
        ForeignJku foreign = plan.foreignJku();
        String jku = foreign == null ? signer.jku() : foreign.jku().toString();
        Forgery forgery = plan.forgery();
        return forgery == null ? signer.sign(changed, jku) : signer.forge(changed, jku, forgery);
    }
}

package me.digi.client.internal.token;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import me.digi.client.fuzz.FuzzInput;
import me.digi.client.fuzz.Outcome;
import me.digi.client.fuzz.Seeds;
import me.digi.client.internal.io.JsonException;
import me.digi.client.internal.token.Decision.Need;
import me.digi.client.store.GrantSummary;

/** A grant's record as a store has kept it. */
public final class RecordFuzz {
    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
    private static final TokenPolicy POLICY = TokenPolicy.defaults();
    private static final Outcome OUTCOME = Outcome.documented(JsonException.class);
    private static final String PAIR = "{\"accessToken\":{\"value\":\"S3CRET~VALUE\",\"expiry\":1830200994},"
            + "\"refreshToken\":{\"value\":\"S3CRET~VALUE\",\"expiry\":0}}";
    private static final String RECORD = "{\"format\":2,\"token\":" + PAIR + ",\"obtainedAt\":1795435200000,\"lease\":"
            + "{\"id\":\"l\",\"beat\":1},\"inDoubt\":true,\"kept\":[{\"operation\":\"refreshToken\",\"request\":\"f\","
            + "\"token\":\"S3CRET~VALUE\",\"arrivedAt\":1}],\"refusal\":{\"at\":1,\"reason\":\"REFUSED\",\"code\":\"c\"},"
            + "\"superseded\":[\"abcdefghijklmnopqrstuv\"]}";

    private RecordFuzz() {}

    /** Reads the input as a record, and decides by it. */
    public static void fuzzerTestOneInput(byte[] input) {
        GrantRecord record = OUTCOME.of(() -> GrantJson.read(FuzzInput.text(input)));
        if (record == null) {
            return;
        }
        Outcome.require(GrantJson.read(record.toJson()).equals(record), "what is written is read as it was");
        Outcome.hides(record);
        Outcome.hides(record.summary());
        for (Need need : Need.values()) {
            for (Duration age : List.of(Duration.ZERO, Duration.ofHours(1))) {
                DecisionTimes now = new DecisionTimes(NOW, age, false, age, false, age, age, !age.isZero());
                Outcome.require(record.decide(record.pair(), need, now, POLICY) != null, "there is a decision");
            }
        }
        Outcome.require(record.state(NOW, false) != null, "there is a state");
        Outcome.require(
                !record.summary().isDue(NOW) || record.summary().state() == GrantSummary.State.ACTIVE,
                "only a pair that works is due");
    }

    /** Both formats, and the cases H5 and T17. */
    public static List<byte[]> seeds() {
        return new Seeds()
                .texts(
                        RECORD,
                        "{\"format\":1,\"token\":" + PAIR
                                + ",\"obtainedAt\":0,\"attempt\":{\"leaseUntil\":1,\"holder\":\"h\","
                                + "\"startedAt\":2,\"answer\":\"S3CRET~VALUE\"},\"superseded\":[]}",
                        RECORD.replace("\"token\":" + PAIR, "\"S3CRET~VALUE\":1"),
                        RECORD.replace("1795435200000", "-9223372036854775808"),
                        RECORD.replace("1795435200000", "9223372036854775807"),
                        RECORD.replace("1795435200000", "1000e2147483647"),
                        RECORD.replace("REFUSED", "S3CRET~VALUE"),
                        RECORD.replace("\"format\":2", "\"format\":3"),
                        RECORD.replace("\"expiry\":0", "\"expiry\":1e99"),
                        "{\"S3CRET~VALUE\":{\"accessToken\":{\"S3CRET~VALUE\":")
                .all();
    }
}

package me.digi.client.sandbox.internal.http;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import me.digi.client.sandbox.Oddity;
import me.digi.client.sandbox.internal.json.JsonView;
import org.jspecify.annotations.Nullable;

/** Applies oddities to JSON. One that does not fit the response is a mistake of the test, and throws. */
final class Oddities {
    private static final long YEAR_10000 = 253_402_300_800L;
    private static final List<String> STATUSES =
            List.of("approved", "pending", "deprecated", "blocked", "sampledataonly");

    private static final Set<Oddity> OF_TOKENS =
            Collections.unmodifiableSet(EnumSet.range(Oddity.FRACTIONAL_EXPIRY, Oddity.NUMERIC_CONSENT_ID));

    private Oddities() {}

    /** Changes the payload of a signed token. */
    static Map<String, ?> payload(Map<String, ?> payload, List<Oddity> oddities) {
        Map<String, ?> odd = payload;
        for (Oddity oddity : oddities) {
            odd = payload(odd, oddity);
        }
        return odd;
    }

    /** Changes the body, except for the signed token in it. */
    static @Nullable Object body(@Nullable Object body, boolean signed, List<Oddity> oddities) {
        Object odd = body;
        for (Oddity oddity : oddities) {
            if (!signed || !OF_TOKENS.contains(oddity)) {
                odd = body(odd, oddity);
            }
        }
        return odd;
    }

    private static Map<String, ?> payload(Map<String, ?> payload, Oddity oddity) {
        return switch (oddity) {
            case FRACTIONAL_EXPIRY -> expiries(payload, seconds -> new BigDecimal(seconds + ".5"));
            case TEXT_EXPIRY -> expiries(payload, String::valueOf);
            case MILLISECOND_EXPIRY -> expiries(payload, seconds -> new BigDecimal(seconds + "000"));
            case ZERO_EXPIRY -> expiries(payload, seconds -> 0L);
            case NEGATIVE_EXPIRY -> expiries(payload, seconds -> -1L);
            case HUGE_EXPIRY -> expiries(payload, seconds -> 1L << 53);
            case YEAR_10000_EXPIRY -> expiries(payload, seconds -> YEAR_10000);
            case NUMERIC_SUB -> changed(payload, "sub", sub -> 4711L);
            case NUMERIC_CONSENT_ID -> changed(payload, "consentid", id -> 4711L);
            default -> payload;
        };
    }

    private static @Nullable Object body(@Nullable Object body, Oddity oddity) {
        return switch (oddity) {
            case NULL_MEMBER -> items(body, Oddities::withNullMember);
            case NULL_ITEM -> items(body, Oddities::withNullItem);
            case NUMERIC_PUBLISHED_STATUS ->
                eachItem(body, "publishedStatus", status -> 1L + STATUSES.indexOf(String.valueOf(status)));
            case TEXT_OBJECT_COUNT -> eachItem(body, "objectCount", String::valueOf);
            case BYTE_ORDER_MARK, GZIP -> body;
            default -> throw new IllegalArgumentException("the response has no tokens");
        };
    }

    private static Map<String, ?> expiries(Map<String, ?> payload, UnaryOperator<@Nullable Object> change) {
        UnaryOperator<@Nullable Object> token =
                value -> changed(JsonView.of(value).members(), "expires_on", change);
        return changed(changed(payload, "access_token", token), "refresh_token", token);
    }

    private static Map<String, @Nullable Object> changed(
            Map<String, ?> object, String name, UnaryOperator<@Nullable Object> change) {
        if (!object.containsKey(name)) {
            throw new IllegalArgumentException("the response has no " + name);
        }
        Map<String, @Nullable Object> copy = new LinkedHashMap<>(object);
        copy.put(name, change.apply(object.get(name)));
        return copy;
    }

    /** Changes the items of a list: the body itself, or its first member that is a list. */
    private static @Nullable Object items(@Nullable Object body, UnaryOperator<List<@Nullable Object>> change) {
        if (body instanceof List<?> list) {
            return change.apply(new ArrayList<>(list));
        }
        if (body instanceof Map<?, ?> object) {
            for (Map.Entry<?, ?> member : object.entrySet()) {
                if (member.getValue() instanceof List<?> list) {
                    return changed(
                            JsonView.of(object).members(),
                            String.valueOf(member.getKey()),
                            old -> change.apply(new ArrayList<>(list)));
                }
            }
        }
        throw new IllegalArgumentException("the response has no list");
    }

    private static @Nullable Object eachItem(
            @Nullable Object body, String name, UnaryOperator<@Nullable Object> change) {
        return items(body, items -> {
            List<@Nullable Object> odd = new ArrayList<>();
            for (Object item : items) {
                Map<String, @Nullable Object> members = JsonView.of(item).members();
                odd.add(members.containsKey(name) ? changed(members, name, change) : members);
            }
            return odd;
        });
    }

    private static List<@Nullable Object> withNullMember(List<@Nullable Object> items) {
        Map<String, @Nullable Object> first = JsonView.of(first(items)).members();
        String name = first.containsKey("serviceTypeName")
                ? "serviceTypeName"
                : first.containsKey("updatedDate") ? "updatedDate" : "id";
        items.set(0, changed(first, name, value -> null));
        return items;
    }

    private static List<@Nullable Object> withNullItem(List<@Nullable Object> items) {
        items.add(Math.min(1, items.size()), null);
        return items;
    }

    private static @Nullable Object first(List<@Nullable Object> items) {
        if (items.isEmpty()) {
            throw new IllegalArgumentException("the response has an empty list");
        }
        return items.get(0);
    }
}

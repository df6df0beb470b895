package me.digi.client;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import me.digi.client.auth.AuthorizationCode;
import me.digi.client.auth.Token;
import me.digi.client.auth.UserAccessToken;
import me.digi.client.error.DigiMeException;
import me.digi.client.error.UnexpectedResponseException;
import me.digi.client.read.Criteria;
import me.digi.client.read.Last;
import me.digi.client.read.SessionKey;
import me.digi.client.read.TimeRange;

/** A value of any record that the library has, with each component set, and each secret marked. */
final class SampleValues {
    static final String MARK = "marked-secret-";
    static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

    private final Map<Type, Object> given = new HashMap<>();

    SampleValues(DigiMeUser user) {
        give("text", String.class, Object.class);
        give(7L, long.class, Long.class);
        give(7, int.class, Integer.class);
        give(true, boolean.class, Boolean.class);
        give(NOON, Instant.class);
        give(Duration.ofMillis(250), Duration.class);
        give(Path.of("file.json"), Path.class);
        give(new IllegalStateException("why"), Throwable.class, RuntimeException.class);
        give(new UnexpectedResponseException("accounts", 200, "$.id", "why"), DigiMeException.class);
        // What their constructors take together is not all that they have.
        give(Last.months(6), Last.class);
        give(TimeRange.since(NOON), TimeRange.class);
        give(new Criteria(NOON, null, null), Criteria.class);
        give(user, DigiMeUser.class);
        give(new SessionKey(MARK + "session-key"), SessionKey.class);
        give(new AuthorizationCode(MARK + "code", MARK + "verifier"), AuthorizationCode.class);
        give(token(), UserAccessToken.class);
    }

    static UserAccessToken token() {
        return UserAccessToken.builder()
                .accessToken(Token.of(MARK + "access", NOON))
                .refreshToken(Token.of(MARK + "refresh", NOON))
                .userId("user")
                .build();
    }

    private void give(Object value, Class<?>... types) {
        Arrays.asList(types).forEach(type -> given.put(type, value));
    }

    Object of(Type type) {
        Object value = given.get(type);
        if (value != null) {
            return value;
        }
        if (type instanceof ParameterizedType generic) {
            Type[] arguments = generic.getActualTypeArguments();
            return generic.getRawType() == List.class ? List.of(of(arguments[0])) : Map.of("key", of(arguments[1]));
        }
        Class<?> plain = (Class<?>) type;
        if (plain.isEnum()) {
            return plain.getEnumConstants()[0];
        }
        return plain.isSealed() ? of(plain.getPermittedSubclasses()[0]) : record(plain);
    }

    private Object record(Class<?> type) {
        RecordComponent[] components = type.getRecordComponents();
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        Object[] values = Arrays.stream(components)
                .map(component -> of(component.getGenericType()))
                .toArray();
        try {
            return type.getConstructor(types).newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("no sample of " + type, e);
        }
    }

    /** The names of the components that are not null. */
    static String[] componentsOf(Object value) {
        return Arrays.stream(value.getClass().getRecordComponents())
                .filter(component -> {
                    try {
                        return component.getAccessor().invoke(value) != null;
                    } catch (ReflectiveOperationException e) {
                        throw new LinkageError(e.getMessage(), e);
                    }
                })
                .map(RecordComponent::getName)
                .toArray(String[]::new);
    }
}

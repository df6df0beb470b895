package me.digi.client;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.google.gson.Gson;
import java.nio.charset.StandardCharsets;
import java.security.interfaces.RSAPrivateCrtKey;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import me.digi.client.auth.AuthorizationCode;
import me.digi.client.auth.PendingConsent;
import me.digi.client.auth.UserAccessToken;
import me.digi.client.read.SessionKey;
import me.digi.client.store.StoredGrant;
import me.digi.client.store.TokenKeys;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A JSON library rejects secrets or writes nothing of them, even if it is set to read fields. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SecretsInJsonTest {
    private static final ObjectMapper OF_FIELDS = new ObjectMapper()
            .registerModule(new JavaTimeModule())
            .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS)
            .setVisibility(PropertyAccessor.FIELD, Visibility.ANY);

    private final LocalDigiMe local = new LocalDigiMe();
    private final PlantedSecrets secrets = new PlantedSecrets();
    private final List<Object> values = new ArrayList<>();
    private DigiMeUser user;

    @BeforeAll
    void plant() {
        secrets.plant((RSAPrivateCrtKey) local.contract.privateKey());
        PendingConsent pending = local.link();
        secrets.plant(pending);
        UserAccessToken token = local.token();
        secrets.plant(token);
        secrets.plant(SampleValues.MARK);
        byte[] key = (SampleValues.MARK + "with-32-letters-xx").getBytes(StandardCharsets.US_ASCII);
        secrets.plant(Base64.getEncoder().encodeToString(key));
        user = KnownUser.of(local.digiMe, local.contract, "user-42", token);
        SampleValues samples = new SampleValues(user);
        PublicTypes.records().forEach(type -> values.add(samples.of(type)));
        values.addAll(List.of(
                local.contract,
                pending,
                token,
                token.accessToken(),
                user,
                SampleValues.token(),
                new SessionKey(SampleValues.MARK + "key"),
                new AuthorizationCode(SampleValues.MARK + "code", SampleValues.MARK + "verifier"),
                StoredGrant.first(SampleValues.MARK + "content"),
                TokenKeys.builder().current("id", key).build()));
    }

    @AfterAll
    void close() {
        local.close();
    }

    @ParameterizedTest
    @EnumSource(JsonLibrary.class)
    void j3_noSecretIsInTheJsonOfAnyValue(JsonLibrary library) {
        assertThat(values).allSatisfy(value -> {
            try {
                assertShowsNone(value, library.write(value));
            } catch (RuntimeException refused) {
                assertShowsNone(value, String.valueOf(refused.getMessage()));
            }
        });
    }

    @Test
    void j3_noSecretIsInTheFieldsThatJacksonFinds() {
        assertThat(values).allSatisfy(value -> {
            try {
                assertShowsNone(value, OF_FIELDS.writeValueAsString(value));
            } catch (JsonProcessingException refused) {
                assertShowsNone(value, refused.getMessage());
            }
        });
    }

    @Test
    void j3_whatHoldsACredentialIsWrittenWithoutIt() {
        assertThat(new Gson().toJson(local.contract)).contains(local.contract.contractId());
        assertThat(JsonLibrary.GSON.write(SampleValues.token())).contains("user", "2026-01-01T12:00:00Z");
        assertThat(JsonLibrary.JACKSON_3.write(new SessionKey(SampleValues.MARK + "key")))
                .isEqualTo("{}");
        assertThat(JsonLibrary.GSON.write(user)).isEqualTo("{}");
    }

    private void assertShowsNone(Object value, String text) {
        secrets.all()
                .forEach(secret ->
                        assertThat(text).as(value.getClass().getName()).doesNotContain(secret));
    }
}

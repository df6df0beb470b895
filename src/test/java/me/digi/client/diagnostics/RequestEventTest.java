package me.digi.client.diagnostics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import me.digi.client.error.ErrorCode;
import me.digi.client.error.NetworkException;
import me.digi.client.sandbox.RequestEventBuilder;
import me.digi.client.sandbox.SandboxValues;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestEventTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "oauth/authorize",
                "oauth/token/reference",
                "jwks/oauth",
                "permission-access/accounts",
                "permission-access/query/{sessionKey}/{fileName}",
                "permission-access/revoke/h:accountId",
                "permission-access/import/h:accountId/{standard}/{version}",
                "clouds/{storageId}/files/apps/{applicationId}/{path}",
                "user",
            })
    void takesThePathsOfTheApi(String pathTemplate) {
        assertThat(event().pathTemplate(pathTemplate).build().pathTemplate()).isEqualTo(pathTemplate);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/oauth/token",
                "oauth/token/",
                "oauth/token?code=secret",
                "permission-access/query/aB3dE5gH7jK9mN1pQ3sT5vX7zA9cE1gI",
                "permission-access/query/1secret",
                "https://user:secret@a.example/oauth",
            })
    void rejectsAPathThatMayHoldASecretAndDoesNotShowIt(String path) {
        assertThatThrownBy(() -> event().pathTemplate(path).build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("pathTemplate must match")
                .hasMessageNotContaining("secret")
                .hasMessageNotContaining("aB3dE5gH7");
    }

    @Test
    void saysHowTheRequestEnded() {
        RequestEvent refused = event().status(429)
                .code(ErrorCode.TOO_MANY_REQUESTS)
                .reference("ref-1")
                .build();
        assertThat(refused.toString())
                .contains("token", "POST", "oauth/token", "429", "TooManyRequests", "ref-1", "PT0.25S");
        RequestEvent lost = event().failure(NetworkException.Kind.NO_RESPONSE).build();
        assertThat(lost.status()).isNull();
        assertThat(lost.failure()).isEqualTo(NetworkException.Kind.NO_RESPONSE);
    }

    @Test
    void namesTheFieldThatItRefuses() {
        assertThatThrownBy(() -> event().attempt(0).build()).hasMessage("attempt must be 1 or more: 0");
        assertThatThrownBy(() -> event().duration(Duration.ofMillis(-1)).build())
                .hasMessage("duration must not be negative: PT-0.001S");
        assertThatThrownBy(() -> event().operation("Bearer x").build()).hasMessageStartingWith("operation must match");
        assertThatThrownBy(() -> event().method("GET /").build()).hasMessageStartingWith("method must match");
    }

    private static RequestEventBuilder event() {
        return SandboxValues.requestEvent("token")
                .method("POST")
                .pathTemplate("oauth/token")
                .duration(Duration.ofMillis(250));
    }
}

package me.digi.client.internal.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EncodedPathTest {
    @Test
    void eachSegmentIsEncodedOnce() {
        assertThat(EncodedPath.file(List.of("a", "b%2F", "c/d?#.json"))).hasToString("a/b%252F/c%2Fd%3F%23.json");
        assertThat(EncodedPath.file(List.of("Grüße €.txt"))).hasToString("Gr%C3%BC%C3%9Fe%20%E2%82%AC.txt");
    }

    @Test
    void charactersAllowedInASegmentAreNotEncoded() {
        assertThat(EncodedPath.file(List.of("aZ09-._~!$&'()*+,;=:@"))).hasToString("aZ09-._~!$&'()*+,;=:@");
    }

    @Test
    void folderHasSlashAtBothEnds() {
        assertThat(EncodedPath.folder(List.of())).hasToString("/");
        assertThat(EncodedPath.folder(List.of("a", "b"))).hasToString("/a/b/");
    }

    @Test
    void pathBelowOthersBeginsWithTheFirstOfThem() {
        assertThat(EncodedPath.folder(List.of()).below("apps", "my app")).hasToString("apps/my%20app/");
        assertThat(EncodedPath.folder(List.of("a")).below("apps", "b")).hasToString("apps/b/a/");
        assertThat(EncodedPath.file(List.of("a.json")).below("apps", "b")).hasToString("apps/b/a.json");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EncodedPath.folder(List.of()).below("apps", ".."));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", ".."})
    void segmentThatWouldChangeThePathIsRejected(String segment) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EncodedPath.file(List.of("a", segment)))
                .withMessage("not a path segment: '" + segment + "'");
        assertThatIllegalArgumentException().isThrownBy(() -> EncodedPath.folder(List.of(segment)));
    }

    @Test
    void fileHasName() {
        assertThatIllegalArgumentException().isThrownBy(() -> EncodedPath.file(List.of()));
    }
}

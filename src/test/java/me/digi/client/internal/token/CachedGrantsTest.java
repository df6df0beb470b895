package me.digi.client.internal.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import me.digi.client.store.ChildJvm;
import org.junit.jupiter.api.Test;

/** What a client remembers of a user costs little, so that it may remember many. */
class CachedGrantsTest {
    private static final int MOST_BYTES = 2048;

    @Test
    void aCachedUserCostsAtMostTwoKibibytesBesideTheCharactersOfTheirTokens() {
        try (ChildJvm jvm = ChildJvm.startWithHeap(640, CachedGrants.class)) {
            List<String> lines = jvm.finish();
            String result = lines.get(lines.size() - 1);
            System.out.println(result);
            assertThat(Long.parseLong(result.substring(0, result.indexOf(' ')))).isBetween(100L, (long) MOST_BYTES);
        }
    }
}

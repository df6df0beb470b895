package me.digi.client.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The seeds of the fuzz targets, and each of them a little damaged, by the very checks that a fuzzer uses. */
class FuzzSeedsTest {
    private static final int DAMAGES = 10;
    private static final int LONG = 1 << 19;

    @ParameterizedTest
    @EnumSource
    void everySeedEndsInAValueOrAnExceptionThatIsDocumented(FuzzTarget target) {
        List<byte[]> seeds = target.seeds();

        assertThat(seeds).hasSizeGreaterThan(3);
        assertThat(seeds).allSatisfy(seed -> assertReads(target, seed));
    }

    @ParameterizedTest
    @EnumSource
    void aDamagedOrTruncatedSeedKeepsTheRules(FuzzTarget target) {
        Random random = new Random(42);
        for (byte[] seed : target.seeds()) {
            for (int i = 0; i < DAMAGES && seed.length > 1; i++) {
                byte[] damaged = Arrays.copyOf(seed, i % 2 == 0 ? seed.length : random.nextInt(1, seed.length));
                damaged[random.nextInt(damaged.length)] ^= (byte) (1 << random.nextInt(8));
                assertReads(target, damaged);
            }
        }
    }

    /** Where the time grows with the square of the length, this takes minutes, and fails by the limit that all tests have. */
    @ParameterizedTest
    @EnumSource
    void h4_aSeedWithALongRunKeepsTheRules(FuzzTarget target) {
        byte[] seed = target.seeds().get(0);
        int half = Math.max(1, seed.length / 2);
        for (char run : " 9[{\"\\.,&%=-\n\u0000".toCharArray()) {
            byte[] grown = Arrays.copyOf(seed, seed.length + LONG);
            Arrays.fill(grown, half, half + LONG, (byte) run);
            System.arraycopy(seed, half, grown, half + LONG, seed.length - half);
            target.read(grown);
        }
    }

    private static void assertReads(FuzzTarget target, byte[] input) {
        assertThatCode(() -> target.read(input))
                .as(() -> target + " of " + Base64.getEncoder().encodeToString(input))
                .doesNotThrowAnyException();
    }
}

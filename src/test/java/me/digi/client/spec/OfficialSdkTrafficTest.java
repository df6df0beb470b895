package me.digi.client.spec;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import me.digi.client.Environment;
import org.junit.jupiter.api.Test;

/** The description allows the requests of an independent client and the responses of an independent server. */
class OfficialSdkTrafficTest {
    private static final ApiDescription DESCRIPTION = ApiDescription.of(Environment.production());
    private static final List<Exchange> TRAFFIC = RecordedTraffic.exchanges();

    @Test
    void everyRecordedExchangeIsAsDescribed() {
        assertThat(TRAFFIC).hasSize(138);
        assertThat(TRAFFIC)
                .filteredOn(exchange -> !hasUndefinedBounds(exchange))
                .hasSize(137)
                .flatMap(DESCRIPTION::violations)
                .isEmpty();
    }

    /** A mistake of that SDK, which the description does not allow. */
    @Test
    void reportWithUndefinedBoundsIsNoticed() {
        assertThat(TRAFFIC)
                .filteredOn(OfficialSdkTrafficTest::hasUndefinedBounds)
                .flatMap(DESCRIPTION::violations)
                .singleElement()
                .asString()
                .contains("Instance type (string) does not match");
    }

    @Test
    void everyOperationButTwoAndEveryPageIsInTheTraffic() {
        Set<String> missing = new TreeSet<>(ApiDescription.operations());
        Set<String> recorded =
                TRAFFIC.stream().map(DESCRIPTION::operation).collect(Collectors.toCollection(TreeSet::new));
        missing.removeAll(recorded);
        recorded.removeAll(ApiDescription.operations());

        // Only the SDK for iOS has the first; the second is fetched from jku, and was not recorded.
        assertThat(missing).containsExactly("fetchSigningKeys", "listSourceTypes");
        assertThat(recorded)
                .containsExactly("openAuthorizePage", "openOnboardPage", "openReauthorizePage", "openUserReauthPage");
    }

    private static boolean hasUndefinedBounds(Exchange exchange) {
        return "undefined".equals(exchange.url().queryParameter("from"));
    }
}

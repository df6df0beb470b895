package guides;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import me.digi.client.DigiMe;
import me.digi.client.auth.ContractDetails;
import me.digi.client.contract.ContractDescription;
import me.digi.client.discovery.Discovery;
import me.digi.client.discovery.Source;
import me.digi.client.discovery.SourceService;
import me.digi.client.discovery.SourcesPage;
import me.digi.client.discovery.SourcesQuery;
import me.digi.client.sandbox.junit.SandboxExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The code of {@code docs/discovery.md}. */
class DiscoveringTest {
    @RegisterExtension
    static final SandboxExtension extension = MyApp.atASandbox();

    private final List<Object> shown = new ArrayList<>();
    private final DigiMe digiMe;
    private final ContractDetails contract;

    DiscoveringTest(DigiMe digiMe, ContractDetails contract) {
        this.digiMe = digiMe;
        this.contract = contract;
    }

    @Test
    void search() {
        // docs: search
        Discovery discovery = digiMe.discovery(contract);
        SourcesPage page = discovery.listSources(
                SourcesQuery.builder().text("hospital").limit(10).build());
        for (Source source : page.sources()) {
            SourceService service = source.service();
            if (service != null) {
                show(source.name() + ", for serviceId: " + service.id());
            }
        }
        // docs: end
        assertThat(shown).isNotEmpty();
    }

    @Test
    void all() {
        Discovery discovery = digiMe.discovery(contract);
        long countryId = discovery.listCountries().get(0).id();
        // docs: all
        SourcesQuery query = SourcesQuery.builder()
                .addCountryIds(countryId)
                .limit(50) // the size of a page
                .build();
        for (Source source : discovery.listAllSources(query)) {
            show(source.name());
        }
        // docs: end
        assertThat(shown).isNotEmpty();
    }

    @Test
    void describes() {
        // docs: the contract
        ContractDescription description = digiMe.describeContract(contract);
        show(description.accessType() + " until " + description.expiresAt());
        // docs: end
        assertThat(shown).hasSize(1);
    }

    private void show(String what) {
        shown.add(what);
    }
}

package examples;

import examples.support.Service;
import me.digi.client.discovery.Discovery;
import me.digi.client.discovery.SampleDataSet;
import me.digi.client.discovery.Source;
import me.digi.client.discovery.SourcesQuery;

/**
 * Lists the sets of sample data that a source has, for {@link AuthorizeWithSampleData}.
 *
 * <p>Arguments: {@code [source-id]}. Default: the first five sources.
 */
public final class ListSampleDataSets {
    public static void main(String[] args) throws Exception {
        try (Service service = Service.fromVariables()) {
            Discovery discovery = service.digiMe().discovery(service.contract());
            SourcesQuery.Builder query = SourcesQuery.builder().limit(5);
            if (args.length > 0) {
                query.addIds(Long.parseLong(args[0]));
            }
            for (Source source : discovery.listSources(query.build()).sources()) {
                System.out.println("source " + source.id() + ": " + source.name());
                for (SampleDataSet set : discovery.listSampleDataSets(source.id())) {
                    System.out.printf("  %s: %s. %s%n", set.id(), set.name(), set.description());
                }
            }
        }
    }
}

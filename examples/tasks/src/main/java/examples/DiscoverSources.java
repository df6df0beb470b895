package examples;

import examples.support.Service;
import me.digi.client.discovery.Discovery;
import me.digi.client.discovery.SortOrder;
import me.digi.client.discovery.Source;
import me.digi.client.discovery.SourceService;
import me.digi.client.discovery.SourcesPage;
import me.digi.client.discovery.SourcesQuery;

/**
 * Finds the sources that users can add: one page of those that match a text, and all of those in a category, page by
 * page.
 *
 * <p>Arguments: {@code [text [category-id]]}.
 */
public final class DiscoverSources {
    public static void main(String[] args) throws Exception {
        try (Service service = Service.fromVariables()) {
            Discovery discovery = service.digiMe().discovery(service.contract());

            SourcesPage page = discovery.listSources(SourcesQuery.builder()
                    .text(args.length > 0 ? args[0] : "hospital")
                    .limit(5)
                    .build());
            System.out.println(page.sources().size() + " of " + page.total() + " that match:");
            page.sources().forEach(DiscoverSources::print);

            SourcesQuery.Builder query = SourcesQuery.builder().limit(20).sortByName(SortOrder.ASCENDING);
            if (args.length > 1) {
                query.addCategoryIds(Long.parseLong(args[1]));
            }
            System.out.println("All of them:");
            // Pages are fetched as they are reached.
            for (Source source : discovery.listAllSources(query.build())) {
                print(source);
            }
        }
    }

    private static void print(Source source) {
        SourceService service = source.service();
        System.out.printf(
                "  source %s: %s, service id %s%n",
                source.id(), source.name(), service == null ? "unknown" : service.id());
    }
}

package examples;

import examples.support.Service;
import me.digi.client.discovery.Discovery;
import me.digi.client.discovery.LookupQuery;

/**
 * Lists the filters for sources: countries, platforms, categories and types.
 *
 * <p>No arguments.
 */
public final class DiscoverFilters {
    public static void main(String[] args) throws Exception {
        try (Service service = Service.fromVariables()) {
            Discovery discovery = service.digiMe().discovery(service.contract());
            discovery.listCountries().forEach(it -> System.out.println("country " + it.id() + ": " + it.name()));
            discovery.listPlatforms().forEach(it -> System.out.println("platform " + it.id() + ": " + it.name()));
            discovery.listCategories().forEach(it -> System.out.println("category " + it.id() + ": " + it.name()));
            discovery.listSourceTypes().forEach(it -> System.out.println("kind " + it.id() + ": " + it.name()));

            // Only one of them, and only its name.
            LookupQuery query = LookupQuery.builder()
                    .addIds(discovery.listCountries().get(0).id())
                    .addInclude("id", "name")
                    .build();
            System.out.println(discovery.listCountries(query));
        }
    }
}

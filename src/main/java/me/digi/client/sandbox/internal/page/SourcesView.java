package me.digi.client.sandbox.internal.page;

import java.util.List;
import me.digi.client.sandbox.internal.html.Html;
import me.digi.client.sandbox.internal.json.JsonView;
import me.digi.client.sandbox.internal.state.Catalogue;
import me.digi.client.sandbox.internal.state.User;
import org.jspecify.annotations.Nullable;

/** The part of a page on which accounts are chosen. */
final class SourcesView {
    private final Catalogue catalogue;
    private final JsonView parameters;
    private final @Nullable User user;

    SourcesView(Catalogue catalogue, JsonView parameters, @Nullable User user) {
        this.catalogue = catalogue;
        this.parameters = parameters;
        this.user = user;
    }

    Html html(AccountChoice choice) {
        if (choice == AccountChoice.NONE) {
            return Html.NONE;
        }
        if (parameters.has("service")) {
            return named();
        }
        return choice == AccountChoice.ONE ? one() : several();
    }

    /** The application names the source. */
    private Html named() {
        long id = Long.parseLong(parameters.text("service"));
        JsonView source = catalogue.source(id);
        return Html.of(
                "<h2>Account</h2>\n<p>The application asks for an account at <b>{}</b>.</p>\n{}",
                source == null ? "source " + id : source.text("name"),
                sampleData());
    }

    private Html one() {
        return Html.of(
                "<fieldset><legend>Which account do you want to add?</legend>\n{}{}</fieldset>\n",
                Html.each(
                        offered(),
                        source -> Html.of(
                                "<label class=\"choice\"><input type=\"radio\" name=\"source\" value=\"{}\"{}> {} {}</label>\n",
                                source.number("id"),
                                Html.when(source.number("id") == Accounts.DEFAULT_SOURCE, " checked"),
                                source.text("name"),
                                category(source))),
                sampleData());
    }

    private Html several() {
        return Html.of(
                """
                {}<details><summary>Connect more accounts</summary>
                <fieldset><legend class="hidden">More accounts</legend>
                {}{}</fieldset></details>
                """,
                library(),
                Html.each(
                        offered(),
                        source -> Html.of(
                                "<label class=\"choice\"><input type=\"checkbox\" name=\"source-{}\"> {} {}</label>\n",
                                source.number("id"),
                                source.text("name"),
                                category(source))),
                sampleData());
    }

    private Html library() {
        if (user != null) {
            return Html.of(
                    "<h2>Your accounts</h2>\n<ul>{}</ul>\n",
                    Html.each(user.library().accounts(), account -> Html.of("<li>{}</li>", Accounts.name(account))));
        }
        return Html.of("""
                <fieldset><legend>Your library</legend>
                <label class="choice"><input type="radio" name="library" value="usual" checked> A bank, a hospital and a social
                network, with a few files each</label>
                <label class="choice"><input type="radio" name="library" value="empty"> Empty, for accounts that you choose</label>
                </fieldset>
                """);
    }

    private Html sampleData() {
        String dataSet = parameters.optionalText("sampleDataSet");
        if (dataSet != null) {
            String service = parameters.optionalText("service");
            JsonView sets = catalogue.dataSets(service == null ? Accounts.DEFAULT_SOURCE : Long.parseLong(service));
            String description = sets.object(dataSet).optionalText("description");
            return Html.of(
                    "<p>It has the sample data set <b>{}</b>{}.</p>\n",
                    dataSet,
                    description == null || description.isEmpty() ? "" : ": " + description);
        }
        return Html.of(
                "<label class=\"choice extra\"><input type=\"checkbox\" name=\"sample\"> With sample data</label>\n");
    }

    /** The published sources of the requested type. */
    private List<JsonView> offered() {
        String type = parameters.has("sourceType") ? parameters.text("sourceType") : "pull";
        boolean samples = "true".equals(parameters.optionalText("includeSampleDataOnlySources"));
        return catalogue.list("sources").stream()
                .filter(source ->
                        source.objects("type").stream().anyMatch(one -> type.equals(one.optionalText("reference"))))
                .filter(source -> source.text("publishedStatus").equals("approved")
                        || (samples && source.text("publishedStatus").equals("sampledataonly")))
                .toList();
    }

    private static Html category(JsonView source) {
        return Html.each(
                source.objects("category").stream().limit(1).toList(),
                category -> Html.of("<span class=\"quiet\">{}</span>", category.text("name")));
    }
}

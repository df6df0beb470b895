package me.digi.client.sandbox.internal.html;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class HtmlTest {
    @Test
    void textIsEscapedAndMarkupIsNot() {
        Html inner = Html.of("<b>{}</b>", "<script>&\"'");
        assertThat(Html.of("<p title=\"{}\">{}</p>", "a\"b", inner))
                .hasToString("<p title=\"a&quot;b\"><b>&lt;script&gt;&amp;&quot;&#39;</b></p>");
    }

    @Test
    void textThatLooksLikeALocationIsText() {
        assertThat(Html.of("{}|{}", "{}", 1)).hasToString("{}|1");
    }

    @Test
    void itemsFollowEachOther() {
        assertThat(Html.each(List.of("<", ">"), item -> Html.of("<i>{}</i>", item)))
                .hasToString("<i>&lt;</i><i>&gt;</i>");
        assertThat(Html.of("{}", Html.when(false, "{}", "x"))).hasToString("");
    }

    @Test
    void aMissingArgumentIsRejected() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Html.of("{} {}", "one"))
                .withMessageContaining("2 placeholders for 1 arguments");
    }
}

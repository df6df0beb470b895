package me.digi.client.spring;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LocalPathTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/accounts",
                "/accounts?view=all&back=%2Fhome#top",
                "/a/b/",
                "/search?q=50%25",
                "/b\u00fccher",
                "/a:b@c",
                "/?next=https://evil.example#//"
            })
    void pathsOfTheApplicationAreLocal(String text) {
        assertThat(LocalPath.matches(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "accounts",
                "?a=b",
                "#top",
                "https://evil.example/",
                "HTTPS:evil.example",
                "https:/evil.example",
                "javascript:alert(1)",
                "data:text/html,x",
                "//evil.example",
                "///evil.example",
                "////evil.example",
                "//user@evil.example",
                "/\\evil.example",
                "\\/evil.example",
                "\\\\evil.example",
                "/\t/evil.example",
                "/\n/evil.example",
                "/\r\nSet-Cookie: a=b",
                "/accounts\u0000",
                "\t//evil.example",
                " //evil.example",
                "/ /evil.example",
                "/a b",
                "/%2Fevil.example",
                "/%2fevil.example",
                "/%5Cevil.example",
                "/%5cevil.example",
                "/%09/evil.example",
                "/%0d%0aSet-Cookie:a=b",
                "/%00",
                "/%252Fevil.example",
                "/.//evil.example",
                "/..//evil.example",
                "/a/..//evil.example",
                "/./a",
                "/a/../b",
                "/%2e%2e/b",
                "/a//b",
                "/%zz",
                "/%"
            })
    void pathsThatBrowsersOrServersMayResolveElsewhereAreNotLocal(String text) {
        assertThat(LocalPath.matches(text)).isFalse();
    }

    @Test
    void lengthIsBounded() {
        assertThat(LocalPath.matches("/" + "a".repeat(1999))).isTrue();
        assertThat(LocalPath.matches("/" + "a".repeat(2000))).isFalse();
    }
}

package me.digi.client.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** The published POM has what applications and Maven Central need, and nothing else from this build. */
class PublishedPomIT {
    @Test
    void itHasNothingOfTheBuild() throws Exception {
        assertThat(children(pom()).stream().map(Element::getTagName))
                .containsExactlyInAnyOrder(
                        "modelVersion",
                        "groupId",
                        "artifactId",
                        "version",
                        "name",
                        "description",
                        "url",
                        "licenses",
                        "developers",
                        "scm",
                        "dependencies");
    }

    /** Types that are in no public signature are not on an application's compile class path. */
    @Test
    void itsDependenciesAreThoseOfApplications() throws Exception {
        assertThat(dependencies())
                .containsExactlyInAnyOrder(
                        "com.squareup.okhttp3:okhttp compile",
                        "org.jspecify:jspecify compile",
                        "org.jetbrains.kotlin:kotlin-stdlib compile",
                        "org.jetbrains.kotlinx:kotlinx-coroutines-core-jvm compile optional",
                        "io.micrometer:micrometer-observation compile optional",
                        "org.slf4j:slf4j-api compile optional",
                        "com.aayushatharva.brotli4j:brotli4j compile optional",
                        "com.squareup.retrofit2:retrofit runtime",
                        "com.squareup.moshi:moshi runtime",
                        "io.jsonwebtoken:jjwt-api runtime",
                        "io.jsonwebtoken:jjwt-impl runtime",
                        "org.brotli:dec runtime");
    }

    @Test
    void everyDependencyHasItsVersion() throws Exception {
        for (Element dependency : children(child(pom(), "dependencies"))) {
            assertThat(child(dependency, "version").getTextContent()).matches("[0-9]+(\\.[0-9]+)+");
        }
    }

    private static List<String> dependencies() throws Exception {
        List<String> dependencies = new ArrayList<>();
        for (Element it : children(child(pom(), "dependencies"))) {
            String name = child(it, "groupId").getTextContent()
                    + ':'
                    + child(it, "artifactId").getTextContent();
            boolean optional =
                    children(it).stream().anyMatch(child -> child.getTagName().equals("optional"));
            dependencies.add(name + ' ' + child(it, "scope").getTextContent() + (optional ? " optional" : ""));
        }
        return dependencies;
    }

    private static Element pom() throws Exception {
        return DocumentBuilderFactory.newDefaultInstance()
                .newDocumentBuilder()
                .parse(Packaged.pom().toFile())
                .getDocumentElement();
    }

    private static Element child(Element parent, String name) {
        return children(parent).stream()
                .filter(child -> child.getTagName().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + name + " in " + parent.getTextContent()));
    }

    private static List<Element> children(Element parent) {
        List<Element> children = new ArrayList<>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element) {
                children.add(element);
            }
        }
        return children;
    }
}

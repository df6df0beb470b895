package me.digi.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every public type is used: a page or an example names it, or a signature of a type that they name. */
class PublicTypesTest {
    private static final Pattern NAME = Pattern.compile("[A-Z]\\w+");

    @Test
    void everyPublicTypeIsNamedInAPageAnExampleOrASignature() throws IOException {
        Set<String> words = words();
        List<Class<?>> all = PublicTypes.withoutKotlinFunctions();
        Deque<Class<?>> next = all.stream()
                .filter(type -> words.contains(type.getSimpleName()))
                .collect(Collectors.toCollection(ArrayDeque::new));
        Set<Class<?>> named = new LinkedHashSet<>(next);
        while (!next.isEmpty()) {
            for (Class<?> type : inSignatures(next.remove())) {
                if (named.add(type)) {
                    next.add(type);
                }
            }
        }
        assertThat(all).hasSizeGreaterThan(150);
        assertThat(all.stream().filter(type -> !named.contains(type))).isEmpty();
    }

    /** Words that look like names of types, in what users read. */
    private static Set<String> words() throws IOException {
        Set<String> words = new TreeSet<>();
        for (Path root : List.of(Path.of("README.md"), Path.of("docs"), Path.of("examples"))) {
            try (Stream<Path> files = Files.walk(root)) {
                for (Path page : files.filter(file -> file.toString().matches(".*\\.(md|java|kt)"))
                        .toList()) {
                    NAME.matcher(Files.readString(page))
                            .results()
                            .map(MatchResult::group)
                            .forEach(words::add);
                }
            }
        }
        return words;
    }

    private static Set<Class<?>> inSignatures(Class<?> type) {
        Set<Class<?>> found = new LinkedHashSet<>();
        for (Method method : type.getMethods()) {
            add(found, method.getGenericReturnType());
            add(found, List.of(method.getGenericParameterTypes()));
        }
        for (Constructor<?> constructor : type.getConstructors()) {
            add(found, List.of(constructor.getGenericParameterTypes()));
        }
        add(found, List.of(type.getGenericInterfaces()));
        add(found, List.of(type.isSealed() ? type.getPermittedSubclasses() : new Class<?>[0]));
        for (Class<?> nested : type.getClasses()) {
            if (Modifier.isPublic(nested.getModifiers())
                    && nested.getSimpleName().equals("Builder")) {
                found.add(nested);
            }
        }
        return found;
    }

    private static void add(Set<Class<?>> found, Collection<Type> types) {
        types.forEach(type -> add(found, type));
    }

    private static void add(Set<Class<?>> found, Type type) {
        if (type instanceof Class<?> plain) {
            found.add(plain.isArray() ? plain.getComponentType() : plain);
        } else if (type instanceof ParameterizedType generic) {
            add(found, generic.getRawType());
            add(found, Arrays.asList(generic.getActualTypeArguments()));
        } else if (type instanceof WildcardType wildcard) {
            add(found, List.of(wildcard.getUpperBounds()));
        }
    }
}

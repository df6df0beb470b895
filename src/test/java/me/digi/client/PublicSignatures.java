package me.digi.client;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Set;
import java.util.stream.Stream;

/** Rejects some types in what an application can call, extend or read: also as an argument of a generic type. */
final class PublicSignatures extends ArchCondition<JavaClass> {
    private final DescribedPredicate<JavaClass> refused;
    private final Set<String> exceptions;

    PublicSignatures(DescribedPredicate<JavaClass> refused, String... exceptions) {
        super("have no type in a public signature that would " + refused.getDescription());
        this.refused = refused;
        this.exceptions = Set.of(exceptions);
    }

    @Override
    public void check(JavaClass type, ConditionEvents events) {
        Stream<JavaType> parents = Stream.concat(type.getSuperclass().stream(), type.getInterfaces().stream());
        check(type, type.getName(), parents, events);
        // All members: builders inherit theirs from generated types that are not public themselves.
        type.getAllMembers().stream()
                .filter(member -> member.getOwner().getPackageName().startsWith("me.digi.client"))
                .filter(PublicSignatures::isVisible)
                .filter(member -> !exceptions.contains(member.getFullName()))
                .forEach(member -> check(type, member.getFullName(), types(member), events));
    }

    private void check(JavaClass type, String where, Stream<? extends JavaType> types, ConditionEvents events) {
        types.flatMap(shown -> shown.getAllInvolvedRawTypes().stream())
                .filter(refused)
                .map(shown -> where + " shows " + shown.getName())
                .forEach(message -> events.add(SimpleConditionEvent.violated(type, message)));
    }

    private static boolean isVisible(JavaMember member) {
        Set<JavaModifier> modifiers = member.getModifiers();
        return modifiers.contains(JavaModifier.PUBLIC) || modifiers.contains(JavaModifier.PROTECTED);
    }

    private static Stream<JavaType> types(JavaMember member) {
        if (member instanceof JavaCodeUnit codeUnit) {
            return Stream.of(
                            Stream.of(codeUnit.getReturnType()),
                            codeUnit.getParameterTypes().stream(),
                            codeUnit.getExceptionTypes().stream().<JavaType>map(thrown -> thrown))
                    .flatMap(shown -> shown);
        }
        return Stream.of(((JavaField) member).getType());
    }
}

package me.digi.client.packaged;

import java.util.Objects;
import java.util.Set;
import org.codehaus.mojo.animal_sniffer.Clazz;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Removes from a class what is not in Android's signature. */
final class OnlyWhatAndroidHas extends ClassVisitor {
    private final Clazz type;

    OnlyWhatAndroidHas(Clazz type, ClassVisitor next) {
        super(Opcodes.ASM9, next);
        this.type = type;
    }

    @Override
    public void visit(
            int version,
            int access,
            String name,
            @Nullable String generics,
            @Nullable String superName,
            String @Nullable [] superInterfaces) {
        boolean isClass = (access & Opcodes.ACC_INTERFACE) == 0;
        String[] names = type.getSuperInterfaces();
        boolean isSame = Set.of(names).equals(Set.of(superInterfaces))
                && (!isClass || Objects.equals(type.getSuperClass(), superName));
        super.visit(
                version,
                access,
                name,
                isSame ? generics : null,
                isClass ? type.getSuperClass() : superName,
                isSame ? superInterfaces : names);
    }

    @Override
    public void visitNestHost(String host) {}

    @Override
    public void visitNestMember(String member) {}

    @Override
    public void visitPermittedSubclass(String subclass) {}

    @Override
    public void visitOuterClass(String owner, @Nullable String method, @Nullable String descriptor) {}

    @Override
    public void visitInnerClass(String name, @Nullable String outer, @Nullable String inner, int access) {}

    @Override
    public @Nullable FieldVisitor visitField(
            int access, String name, String descriptor, @Nullable String generics, @Nullable Object value) {
        return type.getSignatures().contains(name + '#' + descriptor)
                ? super.visitField(access, name, descriptor, null, value)
                : null;
    }

    @Override
    public @Nullable MethodVisitor visitMethod(
            int access, String name, String descriptor, @Nullable String generics, String @Nullable [] exceptions) {
        return type.getSignatures().contains(name + descriptor)
                ? super.visitMethod(access, name, descriptor, null, null)
                : null;
    }
}

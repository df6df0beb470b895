package me.digi.client.packaged;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.codehaus.mojo.animal_sniffer.Clazz;
import org.codehaus.mojo.animal_sniffer.SignatureChecker;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;

/**
 * Makes what stands for {@code android.jar}, which no repository has: the classes and members that Android's signature
 * names, as the JDK declares them. Those that the JDK does not have come without members. So R8 misses what Android lacks.
 */
final class AndroidLibrary {
    /** What a compiler makes of lambdas, records and concatenated strings, and D8 makes plain code of. */
    private static final Set<String> FOR_THE_COMPILER = Set.of(
            "java/lang/Record",
            "java/lang/invoke/LambdaMetafactory",
            "java/lang/invoke/StringConcatException",
            "java/lang/invoke/StringConcatFactory",
            "java/lang/invoke/TypeDescriptor",
            "java/lang/runtime/ObjectMethods");

    private final Map<String, Clazz> signature;
    private final Set<String> interfaces = new HashSet<>();

    private AndroidLibrary(Map<String, Clazz> signature) {
        this.signature = signature;
        signature.values().forEach(type -> interfaces.addAll(Arrays.asList(type.getSuperInterfaces())));
    }

    /** Writes the library that this signature describes. */
    static void write(Path signature, Path jar) throws IOException {
        AndroidLibrary library;
        try (InputStream in = Files.newInputStream(signature)) {
            library = new AndroidLibrary(SignatureChecker.loadClasses(in));
        }
        Set<String> names = new HashSet<>(library.signature.keySet());
        names.addAll(FOR_THE_COMPILER);
        try (JarOutputStream entries = new JarOutputStream(Files.newOutputStream(jar))) {
            entries.setLevel(0);
            for (String name : names) {
                entries.putNextEntry(new JarEntry(name + ".class"));
                entries.write(library.classFile(name));
            }
        }
    }

    private byte[] classFile(String name) throws IOException {
        Clazz type = signature.get(name);
        ClassWriter writer = new ClassWriter(0);
        try (InputStream in = ClassLoader.getPlatformClassLoader().getResourceAsStream(name + ".class")) {
            if (in == null) {
                boolean isInterface = interfaces.contains(name);
                int kind = isInterface ? Opcodes.ACC_INTERFACE | Opcodes.ACC_ABSTRACT : Opcodes.ACC_SUPER;
                writer.visit(
                        Opcodes.V1_8,
                        Opcodes.ACC_PUBLIC | kind,
                        name,
                        null,
                        isInterface ? "java/lang/Object" : type.getSuperClass(),
                        type.getSuperInterfaces());
            } else {
                new ClassReader(in)
                        .accept(
                                type == null ? writer : new OnlyWhatAndroidHas(type, writer),
                                ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG);
            }
        }
        writer.visitEnd();
        return writer.toByteArray();
    }
}

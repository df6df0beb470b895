package me.digi.client.sandbox.internal.state;

import java.util.List;
import me.digi.client.sandbox.Compression;
import me.digi.client.sandbox.SandboxFile;

/** The files of a new user: from the bank, the hospital and the social network, and a letter that was pushed. */
final class SampleFiles {
    private SampleFiles() {}

    static List<SandboxFile> of(List<String> accountIds) {
        return List.of(
                finance("18_3_68_201_D202611.json", "transactions.json", "Transaction", 6)
                        .compressed(Compression.GZIP),
                finance("18_3_68_202_D202611.json", "bank-accounts.json", "BankAccount", 1),
                medical("18_2_34_405_D202611.json", "observations.json", "Observation", 3)
                        .compressed(Compression.BROTLI),
                medical("18_2_34_406_D202611.json", "medication-statements.json", "MedicationStatement", 1),
                social("18_1_17_2_D202611.json", "posts.json", "Post", 3).compressed(Compression.GZIP),
                social("18_1_17_7_D202611.json", "comments.json", "Comment", 3)
                        .compressed(Compression.BROTLI, SampleContent.of("comments.json.br")),
                SandboxFile.raw(
                                "discharge-letter.txt",
                                "text/plain",
                                SampleContent.of("discharge-letter.txt"),
                                accountIds.get(1))
                        .metadata("created", 1_759_400_100_000L)
                        .metadata("reference", List.of("LH-2026-1002"))
                        .metadata("tags", List.of("letter")));
    }

    private static SandboxFile finance(String name, String sample, String objectType, long count) {
        return SandboxFile.mapped(name, SampleContent.of(sample))
                .objects("Finance", "Fennel Bank", objectType, count)
                .origin(3, 68, objectTypeOf(name));
    }

    private static SandboxFile medical(String name, String sample, String objectType, long count) {
        return SandboxFile.mapped(name, SampleContent.of(sample))
                .objects("Medical", "Linden Hospital (FHIR)", objectType, count)
                .schema("fhir", "3.0.2")
                .origin(2, 34, objectTypeOf(name));
    }

    private static SandboxFile social(String name, String sample, String objectType, long count) {
        return SandboxFile.mapped(name, SampleContent.of(sample))
                .objects("Social", "Chatterbox", objectType, count)
                .origin(1, 17, objectTypeOf(name));
    }

    /** A name consists of version, service group, service type, object type and month. */
    private static long objectTypeOf(String name) {
        return Long.parseLong(name.split("_", -1)[3]);
    }
}

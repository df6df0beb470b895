package com.example.share;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A bar for each month; the page draws it as SVG, 100 units high. */
record MonthChart(List<Bar> bars, long most) {
    record Bar(int index, String month, long count, double height) {}

    static MonthChart of(List<Document> documents) {
        Map<String, Long> months = documents.stream()
                .filter(document -> !document.month().isEmpty())
                .collect(Collectors.groupingBy(Document::month, TreeMap::new, Collectors.counting()));
        long most = months.values().stream().mapToLong(Long::longValue).max().orElse(1);
        List<String> names = List.copyOf(months.keySet());
        return new MonthChart(
                names.stream()
                        .map(month -> new Bar(names.indexOf(month), month, months.get(month), 100.0 * months.get(month) / most))
                        .toList(),
                most);
    }
}

package me.digi.client.sandbox;

/** Checks a page in the browser: contrast (WCAG AA), labels, headings, and width. */
final class Flaws {
    static final String SCRIPT = """
            const flaws = [];
            const channel = (value) => {
                value /= 255;
                return value <= 0.03928 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
            };
            const parse = (color) => color.match(/[\\d.]+/g).map(Number);
            const luminance = ([r, g, b]) => 0.2126 * channel(r) + 0.7152 * channel(g) + 0.0722 * channel(b);
            const background = (element) => {
                for (let at = element; at; at = at.parentElement) {
                    const color = parse(getComputedStyle(at).backgroundColor);
                    if (color.length === 3 || color[3] === 1) {
                        return color;
                    }
                }
                return [255, 255, 255];
            };
            const seen = new Set();
            const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
            while (walker.nextNode()) {
                const text = walker.currentNode;
                const element = text.parentElement;
                if (!text.textContent.trim() || element.closest("svg, option, script") || !element.checkVisibility()) {
                    continue;
                }
                const [one, other] = [luminance(parse(getComputedStyle(element).color)), luminance(background(element))];
                const contrast = (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
                const what = element.tagName + "." + element.className + " has a contrast of " + contrast.toFixed(2);
                if (contrast < 4.5 && !seen.has(what)) {
                    seen.add(what);
                    flaws.push(what);
                }
            }
            for (const field of document.querySelectorAll("input:not([type=hidden]), select, textarea")) {
                if (!field.labels.length) {
                    flaws.push("no label: " + field.name);
                }
            }
            for (const button of document.querySelectorAll("button, a")) {
                if (!button.textContent.trim()) {
                    flaws.push("no name: " + button.outerHTML);
                }
            }
            if (document.querySelectorAll("h1").length !== 1 || document.querySelectorAll("main").length !== 1) {
                flaws.push("not one h1 in one main");
            }
            if (!document.documentElement.lang) {
                flaws.push("no language");
            }
            const ids = [...document.querySelectorAll("[id]")].map((element) => element.id);
            if (new Set(ids).size !== ids.length) {
                flaws.push("an id occurs twice");
            }
            if (document.documentElement.scrollWidth > innerWidth) {
                flaws.push("too wide: " + document.documentElement.scrollWidth + " in " + innerWidth);
            }
            return flaws;
            """;

    private Flaws() {}
}

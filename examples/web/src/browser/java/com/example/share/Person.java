package com.example.share;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.openqa.selenium.By;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.support.ui.ExpectedCondition;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.WebDriverWait;

/** A person who uses Chromium. */
final class Person implements AutoCloseable {
    private static final Path SCREENSHOTS = Path.of(System.getProperty("screenshots", "target/screenshots"));

    final ChromeDriver browser;
    private final String address;

    Person(String address) {
        this.address = address;
        ChromeDriverService driver = new ChromeDriverService.Builder()
                .usingDriverExecutable(Path.of("/usr/bin/chromedriver").toFile())
                .build();
        browser = new ChromeDriver(
                driver,
                new ChromeOptions()
                        .setBinary("/usr/bin/chromium")
                        .addArguments(
                                "--headless=new",
                                "--hide-scrollbars",
                                "--no-sandbox",
                                "--disable-dev-shm-usage",
                                "--lang=en"));
        look("light", 1000, false);
    }

    void open(String path) {
        browser.get(address + path);
    }

    void signIn(String name) {
        open("/login");
        find("input[name=username]").sendKeys(name);
        find("input[name=password]").sendKeys(name);
        press("Sign in");
        until(driver -> !driver.getCurrentUrl().startsWith(address + "/login"));
    }

    void press(String label) {
        button(label).click();
    }

    void doublePress(String label) {
        new Actions(browser).doubleClick(button(label)).perform();
    }

    WebElement button(String label) {
        By button = By.xpath("//*[self::button or self::a][starts-with(normalize-space(), \"" + label + "\")]");
        return until(ExpectedConditions.elementToBeClickable(button));
    }

    WebElement find(String selector) {
        return until(ExpectedConditions.visibilityOfElementLocated(By.cssSelector(selector)));
    }

    /** Waits for a visible element with this text in it. */
    void sees(String selector, String text) {
        until(driver -> driver.findElements(By.cssSelector(selector)).stream()
                .anyMatch(element -> element.isDisplayed() && element.getText().contains(text)));
    }

    void isAt(String path) {
        until(ExpectedConditions.urlToBe(address + path));
    }

    void losesCookies() {
        browser.executeCdpCommand("Network.clearBrowserCookies", Map.of());
    }

    /** While a page is replaced, the driver fails in several ways. */
    <T> T until(ExpectedCondition<T> condition) {
        return new WebDriverWait(browser, Duration.ofMinutes(1), Duration.ofMillis(50))
                .ignoring(WebDriverException.class)
                .until(condition);
    }

    /** Pictures of the whole page: desktop in light and dark mode, and phone. Nothing may overflow to the right. */
    void photograph(String page) throws IOException {
        Files.createDirectories(SCREENSHOTS);
        for (Look look : List.of(
                new Look("phone-dark", "dark", 360), new Look("phone", "light", 360),
                new Look("dark", "dark", 1000), new Look("light", "light", 1000))) {
            look(look.colours, look.width, look.width < 500);
            Number width = (Number) browser.executeScript("return document.documentElement.scrollWidth");
            if (width.intValue() > look.width && browser.getCurrentUrl().startsWith(address)) {
                throw new AssertionError(page + " is " + width + " pixels wide on a screen of " + look.width);
            }
            Map<String, Object> image = browser.executeCdpCommand(
                    "Page.captureScreenshot", Map.of("format", "png", "captureBeyondViewport", true));
            Files.write(
                    SCREENSHOTS.resolve(page + "-" + look.name + ".png"),
                    Base64.getDecoder().decode((String) image.get("data")));
        }
    }

    private void look(String colours, int width, boolean phone) {
        browser.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", colours))));
        browser.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", 720, "deviceScaleFactor", 1, "mobile", phone));
    }

    private record Look(String name, String colours, int width) {}

    @Override
    public void close() {
        browser.quit();
    }
}

package me.digi.client.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import org.jspecify.annotations.Nullable;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.openqa.selenium.support.ui.ExpectedCondition;
import org.openqa.selenium.support.ui.WebDriverWait;

/**
 * Headless Chromium, which contacts only this machine; {@code -Dchromium} and {@code -Dchromedriver} name other
 * programs than those of Debian.
 */
final class Browser implements AutoCloseable {
    private static final Path SCREENSHOTS = Path.of("target", "screenshots");
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    final ChromeDriver driver;

    Browser() {
        LoggingPreferences logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        ChromeOptions options = new ChromeOptions();
        options.setBinary(System.getProperty("chromium", "/usr/bin/chromium"));
        options.addArguments(
                "--headless=new",
                "--no-sandbox",
                "--disable-dev-shm-usage",
                // Callbacks lead to a host that does not exist.
                "--host-resolver-rules=MAP app.example ~NOTFOUND");
        options.setCapability("goog:loggingPrefs", logs);
        driver = new ChromeDriver(
                new ChromeDriverService.Builder()
                        .usingDriverExecutable(new File(System.getProperty("chromedriver", "/usr/bin/chromedriver")))
                        .usingAnyFreePort()
                        .build(),
                options);
    }

    void open(URI address) {
        driver.get(address.toString());
    }

    void light() {
        media("light");
    }

    void dark() {
        media("dark");
    }

    void desktop() {
        size(1280, 900, false);
    }

    void phone() {
        size(360, 740, true);
    }

    WebElement find(String css) {
        return driver.findElement(By.cssSelector(css));
    }

    /** The page may change meanwhile. After other failures, the element may have been clicked, so it is not retried. */
    void click(By element) {
        new WebDriverWait(driver, PATIENCE)
                .ignoring(StaleElementReferenceException.class)
                .until(any -> {
                    driver.findElement(element).click();
                    return true;
                });
    }

    /**
     * Presses a button of a form, and waits until the page has been replaced, since the next one looks the same at
     * first.
     */
    void submit(By button) {
        driver.executeScript("document.left = false");
        click(button);
        until(any -> driver.executeScript("return document.left !== false"));
    }

    static By button(String label) {
        return By.xpath("//button[normalize-space()='" + label + "']");
    }

    static By summary(String label) {
        return By.xpath("//summary[normalize-space()='" + label + "']");
    }

    String text() {
        return find("body").getText();
    }

    void awaitText(String text) {
        until(any -> text().contains(text));
    }

    void doubleClick(By element) {
        new Actions(driver).doubleClick(driver.findElement(element)).perform();
    }

    void awaitAddress(String part) {
        until(any -> driver.getCurrentUrl().contains(part));
    }

    void press(CharSequence... keys) {
        new Actions(driver).sendKeys(keys).perform();
    }

    void await(By element) {
        until(any -> !driver.findElements(element).isEmpty());
    }

    /** While a page is replaced, the driver fails in several ways. */
    private void until(ExpectedCondition<Object> condition) {
        new WebDriverWait(driver, PATIENCE).ignoring(WebDriverException.class).until(condition);
    }

    /**
     * Presses the Tab key until the element has the focus, and checks that the focus is visible. The page may change
     * meanwhile.
     */
    void tabTo(By wanted) {
        for (int i = 0; i < 200; i++) {
            String outline = outlineOfFocused(wanted);
            if (outline != null) {
                assertThat(outline).as("the focus shows").isNotEqualTo("none");
                return;
            }
            press(Keys.TAB);
        }
        throw new AssertionError("not reached with the keyboard: " + wanted);
    }

    private @Nullable String outlineOfFocused(By wanted) {
        try {
            WebElement active = driver.switchTo().activeElement();
            return driver.findElements(wanted).contains(active) ? active.getCssValue("outline-style") : null;
        } catch (WebDriverException e) {
            return null;
        }
    }

    /** A picture of the whole page. */
    void screenshot(String name) {
        Map<String, Object> shot =
                driver.executeCdpCommand("Page.captureScreenshot", Map.of("captureBeyondViewport", true));
        try {
            Files.createDirectories(SCREENSHOTS);
            Files.write(SCREENSHOTS.resolve(name + ".png"), OutputType.BYTES.convertFromBase64Png((String)
                    shot.get("data")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the flaws of the page. */
    List<String> flaws() {
        return List.copyOf(((List<?>) driver.executeScript(Flaws.SCRIPT))
                .stream().map(String::valueOf).toList());
    }

    /** Returns new errors in the browser's log: blocked styles, failed scripts, missing files. */
    List<String> complaints() {
        return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .filter(entry -> entry.getLevel().intValue() >= Level.SEVERE.intValue())
                .map(entry -> entry.getMessage())
                .filter(message -> !message.contains("app.example"))
                .toList();
    }

    @Override
    public void close() {
        driver.quit();
    }

    private void media(String scheme) {
        driver.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
    }

    private void size(int width, int height, boolean mobile) {
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", mobile));
    }
}

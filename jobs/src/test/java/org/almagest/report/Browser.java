package org.almagest.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import org.almagest.TestTools;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/** Debian's Chromium without a screen and without a network, looking at one page. */
final class Browser implements AutoCloseable {
  private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
  private static final Path DRIVER = Path.of("/usr/bin/chromedriver");
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final ChromeDriver driver;
  private final Path page;

  /** Whether the browser can draw with WebGL. */
  enum Graphics {
    WEBGL,
    NONE
  }

  Browser(Path page, Path profile, Graphics graphics) {
    requireInstalled();
    this.page = page;
    ChromeOptions options = new ChromeOptions();
    options.setBinary(CHROMIUM.toFile());
    options.addArguments(
        "--headless=new",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--host-resolver-rules=MAP * ~NOTFOUND",
        "--user-data-dir=" + profile);
    if (graphics == Graphics.WEBGL) {
      options.addArguments(
          "--use-gl=angle", "--use-angle=swiftshader", "--enable-unsafe-swiftshader");
    } else {
      options.addArguments("--disable-3d-apis");
    }
    LoggingPreferences logs = new LoggingPreferences();
    logs.enable(LogType.BROWSER, Level.ALL);
    logs.enable(LogType.PERFORMANCE, Level.ALL);
    options.setCapability(ChromeOptions.LOGGING_PREFS, logs);
    ChromeDriverService service =
        new ChromeDriverService.Builder()
            .usingDriverExecutable(DRIVER.toFile())
            .usingAnyFreePort()
            .build();
    driver = new ChromeDriver(service, options);
    driver.manage().timeouts().scriptTimeout(PATIENCE);
    driver.get("about:blank");
    driver.executeCdpCommand(
        "Network.emulateNetworkConditions",
        Map.of("offline", true, "latency", 0, "downloadThroughput", 0, "uploadThroughput", 0));
    // What the browser's own first page asked for.
    driver.manage().logs().get(LogType.PERFORMANCE);
    driver.manage().logs().get(LogType.BROWSER);
  }

  /** Skips the test where there is no Chromium, but for CI, which says that there must be one. */
  static void requireInstalled() {
    boolean isThere = Files.isExecutable(CHROMIUM) && Files.isExecutable(DRIVER);
    TestTools.require(isThere, "chromium chromium-driver");
  }

  /** Opens a view anew. */
  void open(String hash) {
    driver.get("about:blank");
    driver.get(page.toUri() + hash);
  }

  void look(String theme, int width, int height) {
    driver.executeCdpCommand(
        "Emulation.setEmulatedMedia",
        Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", theme))));
    driver.executeCdpCommand(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
  }

  Object script(String script, Object... arguments) {
    return driver.executeScript(script, arguments);
  }

  /** Waits until two frames have been drawn. */
  void settle() {
    driver.executeAsyncScript(
        "const done = arguments[0]; requestAnimationFrame(() => requestAnimationFrame(() => done()));");
  }

  /** The first such element, once it is there. */
  WebElement find(String selector) {
    waitFor("document.querySelector(\"" + selector + "\") !== null");
    return driver.findElement(By.cssSelector(selector));
  }

  List<WebElement> all(String selector) {
    return driver.findElements(By.cssSelector(selector));
  }

  /** Looks at each frame until that holds, which it does not while what it asks for is missing. */
  void waitFor(String condition) {
    driver.executeAsyncScript(
        "const done = arguments[0];"
            + " const holds = () => { try { return "
            + condition
            + "; } catch (e) { return false; } };"
            + " const look = () => holds() ? done() : requestAnimationFrame(look); look();");
  }

  /** What the console says, but for notes of the software that stands in for a graphics card. */
  List<String> complaints() {
    List<String> complaints = new ArrayList<>();
    for (LogEntry entry : driver.manage().logs().get(LogType.BROWSER)) {
      if (!entry.getMessage().contains("GL Driver Message")) {
        complaints.add(entry.getLevel() + " " + entry.getMessage());
      }
    }
    return complaints;
  }

  /** What was asked for besides the page itself. */
  List<String> requests() throws IOException {
    List<String> requests = new ArrayList<>();
    for (LogEntry entry : driver.manage().logs().get(LogType.PERFORMANCE)) {
      JsonNode message = new ObjectMapper().readTree(entry.getMessage()).path("message");
      String address = message.at("/params/request/url").asText();
      if (message.path("method").asText().equals("Network.requestWillBeSent")
          && !address.equals(page.toUri().toString())) {
        requests.add(address);
      }
    }
    return requests;
  }

  @Override
  public void close() {
    driver.quit();
  }
}

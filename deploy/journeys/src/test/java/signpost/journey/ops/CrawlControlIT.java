package signpost.journey.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static signpost.journey.ops.SmallMachine.ask;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import signpost.kit.InstalledBrowser;

/** Crawl control in a browser, with the real crawler behind it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class CrawlControlIT {
  private InstalledBrowser browser;
  private SmallMachine machine;

  @BeforeAll
  void start(@TempDir Path folder) throws IOException {
    browser = InstalledBrowser.start();
    machine =
        SmallMachine.start(
            folder, Map.of("signpost.browser", true, "signpost.browser-sandbox", false));
    await().until(() -> machine.requests("/leaflet") > 0 && machine.requests("/list") > 0);
  }

  @AfterAll
  void stop() {
    if (machine != null) {
      browser.close();
      machine.close();
    }
  }

  private Page page(boolean scripts) {
    return browser.page(new Browser.NewPageOptions().setJavaScriptEnabled(scripts));
  }

  @Test
  void pauseHasALengthThatIsSeenAndKeptByTheCrawler() throws IOException {
    try (Page page = page(false)) {
      open(page);
      pause(page, "until resumed");
      assertThat(status(page)).contains("Paused " + machine.origin() + " until resumed");
      resume(page);
      pause(page, "for an hour");
      assertThat(status(page)).containsPattern("Paused \\S+ until [^.]+. It is asked for nothing");
      resume(page);
      pause(page, "until Monday");
      assertThat(status(page)).containsPattern("Paused \\S+ until (Monday|tomorrow)\\.");
      assertThat(host(page).textContent()).containsPattern("Paused until (Monday|tomorrow)");
    }
    assertThat(hosts()).contains("\"paused\":true").containsPattern("\"pausedUntil\":\"20");
    try (Page page = page(false)) {
      open(page);
      resume(page);
      assertThat(status(page)).contains("Resumed " + machine.origin());
      assertThat(host(page).textContent()).contains("Going");
    }
    assertThat(hosts()).contains("\"paused\":false");
  }

  @Test
  void hostSourceGuideAndPageAreCrawledNowAndSaidToBe() {
    try (Page page = page(false)) {
      open(page);
      long before = machine.requests("/leaflet");
      press(page, "Crawl now A guide for families");
      assertThat(status(page)).contains("1 address of the guide “A guide for families” is due now");
      awaitRequest("/leaflet", before);

      before = machine.requests("/list");
      press(page, "Crawl now " + machine.origin() + "/list");
      awaitStatus(page, "of the source " + machine.origin() + "/list");
      awaitRequest("/list", before);

      before = machine.requests("/leaflet");
      press(page, "Crawl now " + machine.origin());
      assertThat(status(page)).contains("2 addresses on " + machine.origin() + " are due now");
      awaitRequest("/leaflet", before);

      before = machine.requests("/leaflet");
      crawl(page, machine.origin() + "/leaflet");
      assertThat(status(page)).contains(machine.origin() + "/leaflet is next in line");
      awaitRequest("/leaflet", before);
    }
  }

  @Test
  void whatAPageSaidIsShownAsACopy() {
    try (Page page = page(false)) {
      page.navigate(machine.addresses().opsUrl() + capture());
      assertThat(page.content()).contains("A copy, as it was on", machine.origin() + "/leaflet");
      assertThat(page.locator("script").count()).isZero();

      page.navigate(
          machine.addresses().opsUrl()
              + "/evidence/copy?at=never&url="
              + machine.origin()
              + "/leaflet");
      assertThat(page.content()).contains("No such copy of that page can be shown");
    }
  }

  /** As before a second revision, of which there is none yet. */
  @Test
  void whatAPageLookedLikeIsDrawnFromWhatWasKept() {
    String kept =
        machine.addresses().opsUrl() + "/evidence?n=2&url=" + machine.origin() + "/leaflet";
    try (Page page = page(true)) {
      Locator button =
          page.getByRole(
              AriaRole.BUTTON,
              new Page.GetByRoleOptions().setName("Show pictures of before and after"));
      await()
          .until(() -> {
            page.navigate(kept);
            return button.count() > 0;
          });
      button.focus();
      page.keyboard().press("Enter");
      Locator picture = page.locator(".sp-pair img");
      picture.waitFor();
      assertThat(picture.getAttribute("alt")).startsWith("The page before revision 2, as it was");
      assertThat(picture.evaluate("it => it.decode().then(() => it.naturalWidth)")).isEqualTo(800);
      assertThat(page.locator(".sp-pair").textContent())
          .contains("the whole page", "Nothing is kept of the page as it was then.");
      inViewAtEveryWidth(page, "evidence");
    }
  }

  @Test
  void whatWasKeptIsTakenAwayByOpsAloneAndNotShownHere() throws IOException {
    String file = capture().replace("/copy", "/file");

    assertThat(ask(machine.addresses().ops(), "GET " + file, "127.0.0.1", ""))
        .startsWith("HTTP/1.1 200")
        .containsPattern("content-disposition: attachment; filename=\"leaflet-20[0-9-]+\"")
        .contains("content-type: application/octet-stream", "content-security-policy: sandbox;")
        .contains("Words for families who look after each other.");
    for (String what : List.of("/file", "/picture", "/copy")) {
      String there = file.replace("/file", what);
      assertThat(ask(machine.addresses().search(), "GET " + there, "127.0.0.1", ""))
          .as(what)
          .doesNotContain("HTTP/1.1 200", "Words for families");
    }
  }

  /** Where the first copy is that is kept of the leaflet. */
  private String capture() {
    String kept = machine.addresses().opsUrl() + "/evidence?url=" + machine.origin() + "/leaflet";
    try (Page page = page(false)) {
      Locator copy = page.locator("main a[href^='/evidence/copy']").first();
      await()
          .until(() -> {
            page.navigate(kept);
            return copy.count() > 0;
          });
      return copy.getAttribute("href");
    }
  }

  @Test
  void whatIsNotWatchedIsSaidToBeUnknown() {
    try (Page page = page(false)) {
      open(page);
      for (String odd :
          List.of("nowhere.example/a", "javascript:alert(1)", "<b>", " ", "ftp://x")) {
        crawl(page, odd);
        assertThat(status(page)).as(odd).contains("The crawler does not know");
      }
    }
  }

  @Test
  void everythingIsInViewAtEveryWidth() {
    try (Page page = page(true)) {
      for (String path : List.of("/ops", "/parked", "/crawl", "/notifications")) {
        page.navigate(machine.addresses().opsUrl() + path);
        inViewAtEveryWidth(page, path.substring(1));
      }
    }
  }

  private static void inViewAtEveryWidth(Page page, String name) {
    for (int width : List.of(320, 768, 1280)) {
      page.setViewportSize(width, 800);
      InstalledBrowser.shoot(page, "ops-" + name + "-" + width);
      assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
          .as("%s at %d px", name, width)
          .isEqualTo(true);
      assertThat(violations(page)).as("%s at %d px", name, width).isEmpty();
      for (Locator button : page.locator("main button").all()) {
        BoundingBox box = button.boundingBox();
        assertThat(box.x + box.width)
            .as("%s at %d px", button.textContent(), width)
            .isLessThanOrEqualTo(width);
      }
    }
  }

  @Test
  void overviewTellsThatAllIsWellAndLeadsOn() {
    try (Page page = page(false)) {
      await()
          .untilAsserted(() -> {
            page.navigate(machine.addresses().opsUrl() + "/ops");
            assertThat(page.locator("main").textContent())
                .contains("All is well", "2 watched", "The crawler", "Search", "The notifier")
                .doesNotContain("Does not answer");
          });
      page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Records that were"))
          .click();
      assertThat(page.locator("main").textContent()).contains("Records put aside", "None.");
      page.navigate(machine.addresses().opsUrl() + "/crawl");
      assertThat(host(page).textContent())
          .contains("due in the coming day (its budget is 1,000)", "It has no robots.txt (404");
    }
  }

  @Test
  void nothingIsSaidInTheCrawlersOwnWords() {
    try (Page page = page(false)) {
      open(page);
      assertThat(page.locator("main").textContent())
          .contains("A resource of a guide", "Works")
          .doesNotContain("RESOURCE", "SOURCE_PAGE", "OUTLINK", "{\"state\"", "GET:");
    }
  }

  private void open(Page page) {
    page.navigate(machine.addresses().opsUrl() + "/crawl");
  }

  private Locator host(Page page) {
    return page.locator(".sp-host")
        .filter(new Locator.FilterOptions().setHas(page.locator("h3:has-text('127.0.0.1')")))
        .first();
  }

  private void pause(Page page, String length) {
    host(page)
        .locator("select")
        .selectOption(new com.microsoft.playwright.options.SelectOption().setLabel(length));
    press(page, "Pause " + machine.origin());
  }

  private void resume(Page page) {
    press(page, "Resume " + machine.origin());
  }

  private static void crawl(Page page, String address) {
    page.getByLabel("Address of a page we watch").fill(address);
    page.locator("form.sp-search button").click();
  }

  private static void press(Page page, String name) {
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true))
        .click();
  }

  private static String status(Page page) {
    return page.getByRole(AriaRole.STATUS).textContent();
  }

  /** If the crawler answers too late, the page lacks names; loaded again, it has them. */
  private static void awaitStatus(Page page, String said) {
    await()
        .untilAsserted(() -> {
          if (!status(page).contains(said)) {
            page.reload();
          }
          assertThat(status(page)).contains(said);
        });
  }

  private void awaitRequest(String path, long before) {
    await().until(() -> machine.requests(path) > before);
  }

  private String hosts() throws IOException {
    return ask(machine.addresses().ingest(), "GET /api/hosts", "127.0.0.1", "");
  }

  private static List<String> violations(Page page) {
    return new AxeBuilder(page)
            .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa"))
            .analyze()
            .getViolations()
            .stream()
            .map(Rule::getId)
            .toList();
  }
}

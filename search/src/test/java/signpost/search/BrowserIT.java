package signpost.search;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Media;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import signpost.kit.InstalledBrowser;

/** Every page in a real browser: accessible, narrow, printed, by keyboard alone. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class BrowserIT {
  /** axe's rules for WCAG 2.2 A and AA. */
  private static final List<String> WCAG =
      List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

  private final Path data;
  private final List<AutoCloseable> open = new ArrayList<>();
  private @Nullable RunningSearch search;
  private @Nullable Neighbours neighbours;
  private @Nullable InstalledBrowser browser;

  BrowserIT(@TempDir Path data) {
    this.data = data;
  }

  @BeforeAll
  void start() throws IOException {
    InstalledBrowser installed = InstalledBrowser.start();
    browser = installed;
    open.add(installed);
    Neighbours others = Neighbours.start(data.resolve("others"), "browser.", Map.of());
    neighbours = others;
    open.add(others);
    RunningSearch running =
        RunningSearch.start(data.resolve("search"), RunningSearch.NO_BROKER, "", others.settings());
    open.add(running);
    SampleWorld.fill(running);
    search = running;
  }

  @AfterAll
  void stop() throws Exception {
    for (AutoCloseable each : open.reversed()) {
      each.close();
    }
  }

  private static <T> T running(@Nullable T what) {
    return Objects.requireNonNull(what, "nothing runs");
  }

  private Neighbours others() {
    return running(neighbours);
  }

  private Page page(int width, int height) {
    return running(browser).page(width, height);
  }

  private String url(String path) {
    return running(search).at(path).toString();
  }

  private static void shoot(Page page, String folder, String path) {
    String name = path.replaceAll("[^a-zA-Z0-9]+", "-").replaceAll("^-|-$", "");
    InstalledBrowser.shoot(page, folder + "/" + (name.isEmpty() ? "home" : name));
  }

  @Test
  void everyPageIsAccessibleAndFitsNarrowScreens() throws Exception {
    try (Page page = page(1280, 900)) {
      Stream.concat(SampleWorld.PAGES.stream(), SampleWorld.MISTAKES.stream())
          .forEach(path -> look(page, url(path), path));
      others().pages(running(search)).forEach((name, path) -> look(page, url(path), name));
    }
  }

  @Test
  void aButtonInAMailAsksForOneThingAndAMistakeIsSaid() {
    try (Page page = page(1280, 900)) {
      String link = "/answer?t=" + others().token("/answer");
      page.navigate(url(link + "&answer=keep"));
      assertThat(page.locator("input[type=radio]").count()).isEqualTo(1);
      assertThat(page.locator("input[value=keep]").isChecked()).isTrue();
      page.navigate(url(link));
      page.locator("label[for=answer-replace]").click();
      page.locator("button:has-text('Answer')").click();
      assertThat(page.locator("[role=alert]").textContent())
          .contains("Write the address to put in its place.");
      assertThat(page.locator("input[value=replace]").isChecked()).isTrue();
      assertNoViolation(page, "a mistake in an answer");
    }
  }

  @Test
  void pageOfNothingYetIsAccessibleToo() {
    try (RunningSearch nothing = RunningSearch.withoutBroker(data.resolve("nothing"));
        Page page = page(1280, 900)) {
      for (String path : List.of("/", "/search", "/guides", "/changes")) {
        look(page, nothing.at(path).toString(), "nothing yet " + path);
      }
    }
  }

  private static void look(Page page, String url, String name) {
    page.setViewportSize(1280, 900);
    page.navigate(url);
    page.evaluate("document.querySelectorAll('details').forEach(it => it.open = true)");
    assertNoViolation(page, name);
    shoot(page, "wide", name);
    page.setViewportSize(320, 640);
    assertThat(page.evaluate("document.documentElement.scrollWidth")).as(name).isEqualTo(320);
    shoot(page, "narrow", name);
  }

  private static void assertNoViolation(Page page, String what) {
    List<Rule> violations = new AxeBuilder(page).withTags(WCAG).analyze().getViolations();
    assertThat(violations)
        .as(what)
        .extracting(rule -> rule.getId() + ": " + rule.getNodes().getFirst().getHtml())
        .isEmpty();
  }

  @Test
  void paperGetsNoControls() {
    try (Page page = page(800, 1000)) {
      page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
      for (String path : List.of("/", "/search?q=trauma", "/source/www.youngminds.example")) {
        page.navigate(url(path));
        shoot(page, "print", path);
      }
      page.navigate(url("/guide/snap"));
      shoot(page, "print", "/guide/snap");
      assertThat(page.locator(".sp-header__nav").isVisible()).isFalse();
      assertThat(page.locator(".sp-choices").isVisible()).isFalse();
      assertThat(page.getByText("Address unknown").first().isVisible()).isTrue();
    }
  }

  @Test
  void paperGetsAddressesWholeAndNoWarnings() {
    try (Page page = page(718, 1000)) {
      page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
      page.navigate(url("/guide/snap"));
      Locator address = page.locator(".sp-address a").first();
      assertThat(address.locator("bdi").isVisible()).isFalse();
      assertThat(address.evaluate("it => getComputedStyle(it, ':after').content"))
          .isEqualTo("\"" + address.getAttribute("href") + "\"");
      page.waitForCondition(() -> {
        page.navigate(url("/"));
        return page.getByText("not being told").count() == 1;
      });
      assertThat(page.getByText("not being told").isVisible()).isFalse();
    }
  }

  @Test
  void siteSuggestsItsOwnPagesAlone() {
    try (Page page = page(1100, 900)) {
      page.navigate(url("/source/www.youngminds.example"));
      Locator field = page.getByRole(AriaRole.COMBOBOX);
      field.pressSequentially("trau");
      page.getByText("No suggestions.").waitFor();
      field.fill("helpl");
      page.locator("[role=option]").first().click();
      page.waitForURL("**/search?host=www.youngminds.example&q=*");
      assertThat(page.locator(".sp-result").count()).isPositive();
    }
  }

  @Test
  void resultsStandOnTheFirstScreenOfAPhone() {
    try (Page page = page(320, 900)) {
      page.navigate(url("/search?q=trauma"));
      assertThat(page.locator(".sp-result").first().boundingBox().y).isLessThan(800);
    }
  }

  @Test
  void narrowScreensAndPaperGetRevisionsReadable() {
    String beside = SampleWorld.revision(3, "&view=beside");
    try (Page page = page(1100, 900)) {
      page.navigate(url(SampleWorld.revision(3, "")));
      page.getByText("side by side").click();
      page.waitForURL("**view=beside");
      assertThat(page.locator(".sp-sides").first().isVisible()).isTrue();
      assertThat(page.locator(".sp-inline").first().isVisible()).isFalse();
      page.setViewportSize(320, 640);
      assertThat(page.locator(".sp-sides").first().isVisible()).isFalse();
      assertThat(page.locator(".sp-inline").first().isVisible()).isTrue();
      assertThat(page.locator(".sp-views__layout").isVisible()).isFalse();
      page.setViewportSize(718, 1000);
      page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
      page.navigate(url(beside));
      shoot(page, "print", beside);
      assertThat(page.locator(".sp-sides").first().isVisible()).isTrue();
      assertThat(page.locator(".sp-views").isVisible()).isFalse();
    }
  }

  @Test
  void resourceIsFoundByKeyboardAlone() {
    try (Page page = page(1100, 900)) {
      page.navigate(url("/"));
      page.keyboard().press("Tab");
      assertThat(page.evaluate("document.activeElement.textContent"))
          .isEqualTo("Skip to main content");
      page.keyboard().press("Enter");
      page.keyboard().press("Tab");
      page.keyboard().type("brain child");
      page.locator("[role=option]").first().waitFor();
      assertThat(page.locator("[role=combobox] ~ [role=status]").textContent())
          .isEqualTo("1 suggestion, choose with the arrow keys.");
      page.keyboard().press("ArrowDown");
      page.keyboard().press("Enter");
      page.waitForURL("**/search?q=Childhood+Trauma+and+the+Brain");
      page.locator("summary").first().focus();
      page.keyboard().press("Enter");
      page.keyboard().press("Tab");
      page.keyboard().press("Space");
      page.getByText(Pattern.compile("Show \\d")).waitFor();
      page.keyboard().press("Enter");
      page.waitForURL("**nation=**");
      page.locator(".sp-result a").first().focus();
      page.keyboard().press("Enter");
      page.waitForURL("**/resource?url=**");
      assertThat(page.locator("h1").textContent()).contains("Childhood Trauma and the Brain");
      page.goBack();
      page.waitForURL("**nation=**");
    }
  }

  @Test
  void suggestionsComeGoAndLeaveTheFieldAlone() {
    try (Page page = page(1100, 900)) {
      page.navigate(url("/search"));
      Locator field = page.getByRole(AriaRole.COMBOBOX);
      Locator list = page.getByRole(AriaRole.LISTBOX);
      field.pressSequentially("trau");
      list.waitFor();
      assertThat(field.getAttribute("aria-expanded")).isEqualTo("true");
      field.press("ArrowUp");
      String last = list.locator("[role=option]").last().getAttribute("id");
      assertThat(field.getAttribute("aria-activedescendant")).isEqualTo(last);
      assertNoViolation(page, "suggestions open");
      shoot(page, "wide", "suggestions");
      field.press("ArrowDown");
      assertThat(field.getAttribute("aria-activedescendant")).isNull();
      field.press("Escape");
      assertThat(list.isVisible()).isFalse();
      assertThat(field.inputValue()).isEqualTo("trau");
      field.pressSequentially("ma");
      list.waitFor();
      page.setViewportSize(320, 640);
      shoot(page, "narrow", "suggestions");
      assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(320);
      list.locator("[role=option]").first().click();
      page.waitForURL("**/search?q=*");
      assertThat(page.locator(".sp-result").count()).isPositive();
    }
  }

  @Test
  void countsAreShownBeforeFiltersAreApplied() {
    try (Page page = page(1100, 900)) {
      page.navigate(url("/search?q=trauma"));
      page.evaluate("document.querySelectorAll('details').forEach(it => it.open = true)");
      page.getByLabel("Scotland").check();
      page.getByRole(AriaRole.BUTTON, named("Show 1 result")).waitFor();
      assertThat(page.locator(".sp-filters [role=status]").textContent()).isEqualTo("1 result");
      assertThat(page.locator("label", labelled("Works (")).textContent()).contains("(0)");
      page.getByLabel("Wales").check();
      page.getByRole(AriaRole.BUTTON, named("Show 2 results")).click();
      page.waitForURL("**nation=Scotland&nation=Wales");
      assertThat(page.locator(".sp-result").count()).isEqualTo(2);
    }
  }

  @Test
  void everythingWorksWithoutScript() {
    Browser.NewPageOptions plain = new Browser.NewPageOptions().setJavaScriptEnabled(false);
    try (Page page = running(browser).page(plain)) {
      page.navigate(url("/"));
      page.getByLabel("What do you need?").fill("trauma");
      page.getByRole(AriaRole.BUTTON, named("Search")).click();
      page.waitForURL("**/search?q=trauma");
      page.getByText("Nation").first().click();
      page.getByLabel("Wales").check();
      page.getByRole(AriaRole.BUTTON, named("Apply filters")).click();
      page.waitForURL("**nation=Wales");
      assertThat(page.locator(".sp-result").count()).isEqualTo(1);
    }
  }

  private static Page.GetByRoleOptions named(String name) {
    return new Page.GetByRoleOptions().setName(name).setExact(true);
  }

  private static Page.LocatorOptions labelled(String text) {
    return new Page.LocatorOptions().setHasText(text);
  }

  @Test
  void pagesLoadNothingFromElsewhereAndBreakNoPolicy() {
    try (Page page = page(1100, 900)) {
      List<String> wrong = new ArrayList<>();
      List<String> ours = List.of(origin(url("/")), origin(url("/crawl")));
      page.onRequest(request -> {
        if (!ours.contains(origin(request.url()))) {
          wrong.add(request.url());
        }
      });
      page.onConsoleMessage(message -> wrong.add(message.text()));
      SampleWorld.PAGES.forEach(path -> page.navigate(url(path)));
      assertThat(wrong).isEmpty();
    }
  }

  private static String origin(String url) {
    return url.substring(0, url.indexOf('/', "https://".length()));
  }

  @Test
  void hostCanBePausedFromCrawlControl() {
    try (Page page = page(1100, 900)) {
      page.navigate(url("/crawl"));
      page.locator("text=Pause").first().click();
      assertThat(page.getByRole(AriaRole.STATUS).first().textContent())
          .contains("Paused " + others().host());
      assertThat(page.getByText("Resume").first().isVisible()).isTrue();
    }
  }

  @Test
  void everyPageSaysThatNobodyIsTold() {
    try (Page page = page(1100, 900)) {
      page.waitForCondition(() -> {
        page.navigate(url("/"));
        return page.getByText("not being told").count() == 1;
      });
      page.navigate(url("/guides"));
      assertThat(page.getByText("not being told").isVisible()).isTrue();
    }
  }
}

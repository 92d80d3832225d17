package signpost.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import signpost.broker.FreePort;
import signpost.catalogue.MailAddress;
import signpost.kit.InstalledBrowser;
import signpost.local.RunPlan;
import signpost.record.store.Database;
import signpost.sample.demo.DemoRun;
import signpost.sample.mailbox.Mailbox;
import signpost.sample.mailbox.WrittenMail;
import signpost.search.SearchRecord;
import signpost.search.account.LocalAccounts;
import signpost.search.account.Role;
import signpost.search.audit.Actor;

/**
 * Everything an owner can do with every mail of the demo, in a browser on the running machine: no
 * page fails, all can be read with help and on any screen.
 */
final class OwnerJourneyIT {
  private static final List<Integer> WIDTHS = List.of(320, 768, 1280);
  private static final int HEIGHT = 900;
  private static final String PASSWORD = "three sesame seeds";
  private static final List<String> WCAG =
      List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");
  private static final Pattern LINK = Pattern.compile("https?://[^\\s\"'<>]+?\\?t=[^\\s\"'<>]+");

  private static final Pattern DOWNLOAD =
      Pattern.compile("/yours/answers\\.json[^\"]*guide=([\\w-]+)");

  /** What each answer needs beside its button. */
  private static final Map<String, Map<String, String>> ANSWERS =
      Map.of(
          "keep", Map.of(),
          "not-this", Map.of(),
          "replace", Map.of("#with", "https://www.example.org/in-its-place"),
          "remove", Map.of(),
          "acknowledged", Map.of(),
          "snoozed", Map.of(),
          "ignored", Map.of("#reason", "Open in summer only"),
          "wrong", Map.of("#why", "It opens for me"));

  @TempDir Path folder;
  private final List<String> problems = new ArrayList<>();
  private final Set<String> looked = new HashSet<>();
  private final Set<String> visited = new HashSet<>();
  private final Set<String> tried = new HashSet<>();
  private final Set<String> answered = new HashSet<>();
  private final Set<String> told = new HashSet<>();
  private int turn;

  @Test
  void everyAnswerToEveryMailLeadsOnAndNothingFails() throws Exception {
    RunPlan.ListenAddresses addresses = RunPlan.ListenAddresses.free();
    DemoRun.DemoSetting setting =
        new DemoRun.DemoSetting(folder, 21, true, addresses, FreePort.find(), Duration.ZERO);
    StringWriter story = new StringWriter();
    try (DemoRun demo = DemoRun.start(setting, new PrintWriter(story))) {
      assertThat(demo.tell()).as("the story was told rightly: %s", story).isTrue();
      journey(setting.webPort());
    }
  }

  private void journey(int webPort) throws Exception {
    try (InstalledBrowser browser = InstalledBrowser.start();
        Page page = browser.page(WIDTHS.getFirst(), HEIGHT)) {
      page.onResponse(response -> check(response.status(), response.url()));
      List<WrittenMail> mails = new Mailbox(folder.resolve("notifier").resolve("outgoing")).mails();
      assertThat(mails).hasSizeGreaterThan(10);
      for (WrittenMail mail : mails.reversed()) {
        page.navigate("http://mailbox.localhost:%d/%s".formatted(webPort, mail.id()));
        read(page, mail);
        for (String link : links(mail, "/answer")) {
          answer(page, mail, link);
        }
      }
      signedIn(page, mails.stream().filter(OwnerJourneyIT::isToAnOwner).findFirst().orElseThrow());
    }
    assertThat(problems.stream().distinct()).isEmpty();
    assertThat(looked).contains("own keep", "guide keep");
  }

  private static boolean isToAnOwner(WrittenMail mail) {
    return MailAddress.parse(MailAddress.unwrapped(mail.to())).isPresent();
  }

  /** The same page without a link: by an account that has the address as its name. */
  private void signedIn(Page page, WrittenMail mail) throws Exception {
    String own = links(mail, "/yours").getFirst();
    String site = own.substring(0, own.indexOf("/yours"));
    String address = MailAddress.unwrapped(mail.to());
    String secret = account(address);
    page.navigate(site + "/yours");
    look(page, "sign in", "the page to sign in");
    page.locator("#name").fill(address);
    page.locator("#password").fill(PASSWORD);
    page.locator("#code").fill(ShownCode.now(secret));
    page.locator("main form button[type=submit]").click();
    assertThat(URI.create(page.url())).hasPath("/yours").hasNoQuery();
    look(page, "signed in", "one’s own page, signed in");
    assertThat(page.locator("main").innerText()).contains("Your page");
    press(page, "Keep these wishes");
    assertThat(page.locator("main").innerText()).contains("Your wishes are kept.");
    page.locator("a[href^='/answer?t=']").first().click();
    look(page, "answer signed in", "the form for an answer, signed in");
    press(page, "Sign out");
    page.navigate(site + "/yours");
    assertThat(URI.create(page.url())).hasPath("/sign-in");
  }

  /** As {@code signpost account add} makes it, while search runs; its app's secret. */
  private String account(String address) {
    String url = "jdbc:sqlite:" + folder.resolve("search").resolve("search.db");
    try (Database database = Database.open(SearchRecord.SCHEMA, url, "", "")) {
      return LocalAccounts.of(database, InstantSource.system())
          .add(Actor.shell(), address, Role.OWNER, Optional.of(PASSWORD))
          .orElseThrow()
          .totp();
    }
  }

  /** As it lies in a mail program, which shows its HTML and runs no script of its. */
  private void read(Page page, WrittenMail mail) {
    page.setContent(mail.html());
    look(page, "a mail " + mail.subject(), "the mail “" + mail.subject() + "”");
  }

  /** One thing in a mail: the answers in turn, by their buttons in the mail or in the form. */
  private void answer(Page page, WrittenMail mail, String link) {
    page.navigate(link);
    for (String answer : answers(page)) {
      String button = link + "&answer=" + answer;
      page.navigate(mail.text().contains(button) ? button : link);
      String what = answer + " to “" + mail.subject() + "”";
      look(page, "form " + answer, "the form for " + what);
      if (!isOffered(page, answer)) {
        continue;
      }
      choose(page, answer);
      if (!page.url().contains("done=")) {
        problems.add(what + " was not taken: " + page.locator("main").innerText());
      }
      look(page, "thanks " + answer, "after " + what);
      goOn(page, mail, answer, what);
    }
    String own = links(mail, "/yours").getFirst();
    if (told.add(mail.to())) {
      tellAProgram(page, own);
    }
  }

  /**
   * Each answer once to each kind of trouble, which is told by what there is to do; where all were
   * given before, the next in turn.
   */
  private List<String> answers(Page page) {
    String trouble = page.locator("main dl dd").nth(2).innerText().replaceAll("“.*”|[0-9]+", "");
    List<String> all = ANSWERS.keySet().stream().sorted().toList();
    List<String> untried = all.stream().filter(it -> answered.add(it + " " + trouble)).toList();
    return untried.isEmpty() ? List.of(all.get(turn++ % all.size())) : untried;
  }

  /** Where nothing was found nothing is refused, and an address that nobody knows is not kept. */
  private static boolean isOffered(Page page, String answer) {
    boolean unknown = page.locator("main").innerText().contains("Nobody has said where");
    return page.locator("label[for=answer-" + answer + "]").count() > 0
        && !(answer.equals("keep") && unknown);
  }

  private static void choose(Page page, String answer) {
    page.locator("label[for=answer-" + answer + "]").click();
    ANSWERS
        .getOrDefault(answer, Map.of())
        .forEach((field, words) -> page.locator(field).fill(words));
    page.locator("main form button[type=submit]").first().click();
  }

  /** The owner's pages each time: what one answer leaves behind breaks another page. */
  private void goOn(Page page, WrittenMail mail, String answer, String after) {
    String own = links(mail, "/yours").getFirst();
    String site = own.substring(0, own.indexOf("/yours"));
    visit(page, own, "own " + answer, "one’s own page after " + after);
    for (String guide : guides(get(page, own).text())) {
      get(page, own.replace("/yours", "/yours/answers.json") + "&guide=" + guide);
      visit(page, site + "/guide/" + guide, "guide " + answer, "the guide after " + after);
    }
    if (tried.add(answer)) {
      tryAll(page, site, own.substring(own.indexOf("?t=") + 3));
    }
  }

  /** Seen once after each kind of answer; else it is enough that it comes. */
  private void visit(Page page, String url, String kind, String name) {
    if (visited.add(kind + " " + URI.create(url).getPath())) {
      page.navigate(url);
      look(page, kind, name);
    } else {
      get(page, url);
    }
  }

  /** All else that an owner has, once after each kind of answer. */
  private void tryAll(Page page, String site, String token) {
    post(page, site, "/yours/wishes", FormData.create().set("t", token).set("mail", "yes"));
    post(page, site, "/yours/webhook", FormData.create().set("t", token).set("url", ""));
    String opened = post(page, site, "/yours/feed", FormData.create().set("t", token)).text();
    MatchResult feed =
        LINK.matcher(opened)
            .results()
            .filter(it -> it.group().contains("feed"))
            .findFirst()
            .orElseThrow();
    assertThat(get(page, feed.group()).text()).contains("<feed");
    for (String path : List.of("/", "/guides", "/changes", "/search?q=trauma")) {
      get(page, site + path);
    }
  }

  private void tellAProgram(Page page, String own) {
    page.navigate(own);
    press(page, "Keep these wishes");
    look(page, "wishes", "wishes kept");
    open(page);
    page.locator("#url").fill("http://127.0.0.1:9/hook");
    press(page, "Ask it and use it");
    look(page, "webhook", "a webhook that cannot be");
    page.navigate(own);
    open(page);
    page.locator("form[action='/yours/feed'] button").click();
    look(page, "feed", "a feed opened");
  }

  private static void open(Page page) {
    page.evaluate("document.querySelectorAll('details').forEach(it => it.open = true)");
  }

  private static List<String> guides(String own) {
    return DOWNLOAD.matcher(own).results().map(it -> it.group(1)).distinct().toList();
  }

  private static void press(Page page, String button) {
    page.getByText(button, new Page.GetByTextOptions().setExact(true)).click();
  }

  private APIResponse get(Page page, String url) {
    APIResponse response = page.request().get(url);
    check(response.status(), url);
    return response;
  }

  private APIResponse post(Page page, String site, String path, FormData form) {
    APIResponse response =
        page.request()
            .post(site + path, RequestOptions.create().setHeader("Origin", site).setForm(form));
    check(response.status(), site + path);
    return response;
  }

  private void check(int status, String url) {
    if (status >= 500) {
      problems.add(status + " " + URI.create(url).getPath());
    }
  }

  /**
   * On the narrowest screen each time, where all is answered too; on all and by axe once for each
   * kind of thing seen.
   */
  private void look(Page page, String kind, String name) {
    measure(page, WIDTHS.getFirst(), name);
    if (looked.add(kind)) {
      for (int width : WIDTHS.subList(1, WIDTHS.size())) {
        page.setViewportSize(width, HEIGHT);
        measure(page, width, name);
      }
      new AxeBuilder(page)
          .withTags(WCAG)
          .analyze()
          .getViolations()
          .forEach(it ->
              problems.add(name + ": " + it.getId() + " " + it.getNodes().getFirst().getHtml()));
      page.setViewportSize(WIDTHS.getFirst(), HEIGHT);
    }
  }

  private void measure(Page page, int width, String name) {
    page.waitForFunction("document.documentElement !== null"); // a page may be on its way
    int wide = (int) page.evaluate("document.documentElement.scrollWidth");
    if (wide > width) {
      problems.add("%s is %d wide at %d".formatted(name, wide, width));
    }
  }

  /** The addresses in a mail that lead to a page of ours, without the answer they choose. */
  private static List<String> links(WrittenMail mail, String path) {
    return LINK.matcher(mail.text())
        .results()
        .map(MatchResult::group)
        .filter(url -> URI.create(url).getPath().equals(path))
        .map(url -> url.replaceFirst("&.*", ""))
        .distinct()
        .toList();
  }
}

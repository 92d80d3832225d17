package signpost.sample.mailbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import signpost.kit.InstalledBrowser;
import signpost.sample.web.SampleWeb;

/** The owner's mailbox and the council's guide as the demo's user opens them in a browser. */
class MailboxIT {
  @TempDir Path folder;

  @Test
  void ownerReadsTheMailInTheBrowserAndItsScriptsDoNothing() throws IOException {
    InstalledBrowser.assumeThere();
    Files.writeString(folder.resolve("m1.eml"), MailboxTest.MAIL.replace("\n", "\r\n"));
    MailboxPages pages = new MailboxPages(new Mailbox(folder));
    try (SampleWeb web = SampleWeb.start(0, InstantSource.fixed(SampleWeb.dayZero()), pages::at);
        InstalledBrowser browser = InstalledBrowser.start();
        Page page = browser.page(1280, 720)) {
      page.onDialog(dialog -> {
        throw new AssertionError("a mail's script ran: " + dialog.message());
      });
      page.navigate("http://mailbox.localhost:" + web.port() + "/");
      InstalledBrowser.shoot(page, "mailbox");
      assertThat(violations(page)).isEmpty();
      page.getByText("1 link is broken").first().click();
      InstalledBrowser.shoot(page, "mail");
      assertThat(page.content()).contains("The PDF &lt;is&gt; gone.");
      assertThat(violations(page)).isEmpty();

      page.navigate("http://mk.localhost:" + web.port() + "/trauma-informed-practice-snap-guide");
      InstalledBrowser.shoot(page, "guide");
      assertThat(page.title()).contains("Trauma Informed Practice");
    }
  }

  /** Without the mail's own frame: no script may run in it, not even axe's. */
  private static List<String> violations(Page page) {
    return new AxeBuilder(page)
            .exclude("iframe")
            .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa"))
            .analyze()
            .getViolations()
            .stream()
            .map(Rule::getId)
            .toList();
  }
}

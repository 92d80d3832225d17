package signpost.sample.mailbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import signpost.sample.web.LocalPage;

class MailboxTest {
  static final String MAIL =
      """
      From: Signpost <signpost@localhost>
      To: Mair =?UTF-8?B?T8WCw6lu?= <owner@council.localhost>
      Subject: =?UTF-8?Q?1_link_is_broken_=E2=80=93_<b>Snap_Guide</b>?=
      Date: Tue, 10 Mar 2026 09:15:00 +0000
      MIME-Version: 1.0
      Content-Type: multipart/alternative; boundary=b

      --b
      Content-Type: text/plain; charset=utf-8

      The PDF <is> gone.
      --b
      Content-Type: text/html; charset=utf-8

      <p>The "PDF" is gone.</p><script>alert(1)</script>
      --b--
      """;

  @TempDir Path folder;

  @Test
  void mailIsReadAsItsOwnerWouldSeeIt() throws IOException {
    write("m1", MAIL);

    WrittenMail mail = new Mailbox(folder).mails().getFirst();

    assertThat(mail.sentAt()).isEqualTo(Instant.parse("2026-03-10T09:15:00Z"));
    assertThat(mail.subject()).isEqualTo("1 link is broken – <b>Snap Guide</b>");
    assertThat(mail.text()).contains("The PDF <is> gone.");
    assertThat(mail.to()).isEqualTo("Mair Ołén <owner@council.localhost>");
  }

  @Test
  void newestMailComesFirst() throws IOException {
    write("a", MAIL);
    write("b", MAIL.replace("10 Mar", "12 Mar").replace("Tue", "Thu"));

    assertThat(new Mailbox(folder).mails()).extracting(WrittenMail::id).containsExactly("b", "a");
  }

  @Test
  void folderThatIsNotThereIsAnEmptyMailbox() {
    LocalPage page = new MailboxPages(new Mailbox(folder.resolve("no"))).at("/");

    assertThat(page.body()).contains("No mail has been sent yet");
  }

  @Test
  void listLinksToEachMailAndNothingOfAMailIsMarkup() throws IOException {
    write("m1", MAIL);
    MailboxPages pages = new MailboxPages(new Mailbox(folder));

    assertThat(pages.at("/").body())
        .contains("Mailbox: 1 mail", "href=\"/m1\"", "&lt;b&gt;Snap Guide&lt;/b&gt;");
    assertThat(pages.at("/m1").body())
        .contains("The PDF &lt;is&gt; gone.", "sandbox=", "&lt;script&gt;")
        .doesNotContain("<script>");
    assertThat(pages.at("/../m1").status()).isEqualTo(404);
  }

  private void write(String id, String mail) throws IOException {
    Files.writeString(folder.resolve(id + ".eml"), mail.replace("\n", "\r\n"));
  }
}

package signpost.sample.mailbox;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import signpost.sample.web.LocalPage;

/** The mailbox as its owner would see it: a list, and one mail in both its forms. */
public final class MailboxPages {
  private static final DateTimeFormatter WHEN =
      DateTimeFormatter.ofPattern("EEEE d MMMM uuuu, HH:mm", Locale.UK)
          .withZone(ZoneId.of("Europe/London"));

  private static final String STYLE =
      """
      body{font:1.1875rem/1.5 system-ui,sans-serif;color:#0b0c0c;background:#fff;margin:0 auto;\
      padding:1rem;max-width:60rem}
      a{color:#1d70b8}a:focus{outline:3px solid #fd0;outline-offset:0}
      h1{font-size:1.75rem;overflow-wrap:anywhere}
      ol{list-style:none;padding:0}li{border-top:1px solid #b1b4b6;padding:.75rem 0}
      time,.who{color:#505a5f;font-size:1rem}
      iframe{width:100%;height:36rem;border:1px solid #b1b4b6}
      pre{white-space:pre-wrap;overflow-wrap:anywhere;font:1rem/1.5 ui-monospace,monospace;\
      background:#f3f2f1;padding:1rem}
      """;

  private final Mailbox mailbox;

  /** Shows what a mailbox holds at the moment it is asked. */
  public MailboxPages(Mailbox mailbox) {
    this.mailbox = mailbox;
  }

  /** The page at a path: {@code /} is the list, {@code /<id>} one mail. */
  public LocalPage at(String path) {
    if (path.equals("/")) {
      return LocalPage.html(200, list(mailbox.mails()));
    }
    return mailbox
        .mail(path.substring(1))
        .map(mail -> LocalPage.html(200, one(mail)))
        .orElseGet(() ->
            LocalPage.html(
                404, page("No such mail", "<p><a href=\"/\">Back to the mailbox</a></p>")));
  }

  private static String list(List<WrittenMail> mails) {
    String rows =
        mails.stream()
            .map(mail ->
                "<li><a href=\"/%s\">%s</a><br><time datetime=\"%s\">%s</time> <span class=\"who\">to %s</span></li>"
                    .formatted(
                        escape(mail.id()),
                        escape(mail.subject()),
                        mail.sentAt(),
                        WHEN.format(mail.sentAt()),
                        escape(mail.to())))
            .collect(Collectors.joining("\n"));
    String said =
        mails.isEmpty()
            ? "<p>No mail has been sent yet.</p>"
            : "<p>Mails that Signpost would have sent, newest first. Times are the demo's.</p>";
    return page(
        mails.size() == 1 ? "Mailbox: 1 mail" : "Mailbox: " + mails.size() + " mails",
        said + "<ol>" + rows + "</ol>");
  }

  private static String one(WrittenMail mail) {
    String head =
        "<p><a href=\"/\">Back to the mailbox</a></p><p class=\"who\">From %s<br>To %s<br><time datetime=\"%s\">%s</time></p>"
            .formatted(
                escape(mail.from()), escape(mail.to()), mail.sentAt(), WHEN.format(mail.sentAt()));
    String html =
        mail.html().isEmpty()
            ? ""
            : "<h2>As most people see it</h2><iframe sandbox=\"allow-popups allow-popups-to-escape-sandbox\" title=\"The mail's HTML part\" srcdoc=\"%s\"></iframe>"
                .formatted(escape(mail.html()));
    return page(
        mail.subject(),
        head + html + "<h2>As plain text</h2><pre>" + escape(mail.text()) + "</pre>");
  }

  private static String page(String title, String body) {
    return """
    <!DOCTYPE html>
    <html lang="en-GB">
    <head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
    <title>%s – demo mailbox</title><style>%s</style></head>
    <body><main><h1>%s</h1>
    %s
    </main></body></html>
    """
        .formatted(escape(title), STYLE, escape(title), body);
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}

package signpost.sample.web;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A publisher's look: its templates, and the noise each visit brings. */
final class PublisherLook {
  private static final Pattern MAIL_LINK = Pattern.compile("<a href=\"mailto:([^\"]+)\">[^<]*</a>");

  /** What a ticker says, another line at every visit. */
  private static final List<String> HEADLINES =
      List.of(
          "Book now: our autumn conference",
          "We are hiring a trainer for Cardiff and Bangor",
          "New: a podcast with young carers",
          "Closed on the bank holiday",
          "Thank you to everyone who ran for us");

  private final SampleHost twin;
  private final SampleTemplate usual;

  PublisherLook(SampleHost twin) {
    this.twin = twin;
    this.usual = new SampleTemplate(SampleFiles.read(twin.id() + "/page.html"));
  }

  String robots(int port) {
    return SampleFiles.read(twin.id() + "/robots.txt").replace("{{port}}", String.valueOf(port));
  }

  String page(SamplePage page, List<SamplePage> others, SampleVisit visit) {
    SampleTemplate template =
        page.fact("template")
            .map(name -> new SampleTemplate(SampleFiles.read(twin.id() + "/" + name)))
            .orElse(usual);
    return fill(template, page, others, visit);
  }

  /** A plain "not found" in every publisher's words. */
  static String notFound(SampleVisit visit) {
    return """
    <!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Page not found</title></head>
    <body><main id="content"><h1>Page not found</h1>
    <p>If you typed the web address, check it is correct.</p></main><!-- %s --></body></html>
    """
        .formatted(visit.noise().hex(6));
  }

  private String fill(
      SampleTemplate template, SamplePage page, List<SamplePage> others, SampleVisit visit) {
    String nonce = visit.noise().hex(12);
    return template.fill(name ->
        switch (name) {
          case "title", "heading" -> SampleMarkup.escape(page.title());
          case "lead" -> SampleMarkup.escape(page.fact("lead").orElse(""));
          case "path" -> page.path();
          case "port" -> String.valueOf(visit.port());
          case "body" -> body(page, visit);
          case "nonce" -> nonce;
          case "id" -> visit.noise().hex(4);
          case "token" -> visit.noise().hex(32);
          case "asset" -> visit.noise().hex(10);
          case "version" ->
              "%d.%d.%d".formatted(60, visit.noise().below(9), visit.noise().below(9));
          case "now" -> visit.at().toString();
          case "views" -> "%,d".formatted(1_000 + visit.noise().below(90_000));
          case "ago" -> (1 + visit.noise().below(27)) + " days ago";
          case "ticker" -> HEADLINES.get(visit.noise().below(HEADLINES.size()));
          case "sometimes" -> visit.noise().oneIn(3) ? " " : "";
          case "related" -> related(page, others, visit);
          default ->
              SampleMarkup.escape(
                  page.fact(name).map(new SampleMarkup(visit.port())::url).orElse(""));
        });
  }

  private String body(SamplePage page, SampleVisit visit) {
    String html = new SampleMarkup(visit.port()).html(page.text());
    return twin.hidesAddresses()
        ? MAIL_LINK
            .matcher(html)
            .replaceAll(m -> Matcher.quoteReplacement(hidden(m.group(1), visit)))
        : html;
  }

  private static String hidden(String address, SampleVisit visit) {
    return "<a href=\"/cdn-cgi/l/email-protection\" class=\"__cf_email__\" data-cfemail=\"%s\">[email&#160;protected]</a>"
        .formatted(visit.noise().hiddenAddress(address));
  }

  private static String related(SamplePage page, List<SamplePage> others, SampleVisit visit) {
    List<SamplePage> shown =
        others.stream()
            .filter(o -> !o.equals(page) && o.fact("unlisted").equals(Optional.empty()))
            .toList();
    return visit.noise().some(shown, 3).stream()
        .map(o ->
            "<li><a href=\"%s\">%s</a></li>".formatted(o.path(), SampleMarkup.escape(o.title())))
        .collect(Collectors.joining("\n"));
  }
}

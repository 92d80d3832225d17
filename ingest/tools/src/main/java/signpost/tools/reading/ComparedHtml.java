package signpost.tools.reading;

import java.util.List;
import java.util.stream.Collectors;
import org.jsoup.nodes.Entities;
import signpost.events.ChangeEvent.Hunk;
import signpost.events.ChangeEvent.Segment;
import signpost.events.ChangeEvent.SegmentKind;
import signpost.events.MarkedWords;
import signpost.events.ShownHunk;
import signpost.revision.compare.LinkChanges;
import signpost.revision.kind.ChangeSummary;

/**
 * A comparison as a page of its own, without scripts or anything from elsewhere. What was taken out
 * and put in is said in words too, for whoever hears the page.
 */
public final class ComparedHtml {
  private static final String STYLE =
      """
      :root{color-scheme:light dark;--add:#d3f2d8;--take:#fddcd8;--line:#b1b4b6}
      @media(prefers-color-scheme:dark){:root{--add:#10451f;--take:#5e1a12;--line:#5a6066}}
      body{font:1rem/1.5 system-ui,sans-serif;max-width:45rem;margin:0 auto;padding:1rem;overflow-wrap:anywhere}
      h1{font-size:1.5rem;line-height:1.25}h2{font-size:1.15rem;margin:1.5rem 0 .25rem}
      ins{background:var(--add);text-decoration:underline}
      del{background:var(--take);text-decoration:line-through}
      section,details{border-top:1px solid var(--line);padding-top:.25rem}
      .text{white-space:pre-wrap}
      .heard{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
      @media print{body{max-width:none}details>summary{display:none}ins,del{print-color-adjust:exact}}
      """;

  private static final MarkedWords.MarkLook LOOK = MarkedWords.MarkLook.heard("heard");

  private ComparedHtml() {}

  public static String of(ComparedPages compared) {
    String title = Entities.escape(compared.after().page().title());
    String language = compared.after().page().language().orElse("");
    return """
    <!DOCTYPE html>
    <html lang="en">
    <head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
    <title>What changed: %s</title>
    <style>
    %s</style></head>
    <body><main>
    <h1>What changed: <span%s>%s</span></h1>
    %s%s%s%s%s</main></body></html>
    """
        .formatted(
            title,
            STYLE,
            language.isEmpty() ? "" : " lang=\"" + language + "\"",
            title,
            compared.doubts().stream()
                .map(it -> "<p>" + Entities.escape(it) + "</p>\n")
                .collect(Collectors.joining()),
            compared
                .diff()
                .change()
                .map(change -> summary(change, compared))
                .orElseGet(ComparedHtml::same),
            compared
                .diff()
                .change()
                .map(change ->
                    change.hunks().stream().map(ComparedHtml::hunk).collect(Collectors.joining()))
                .orElse(""),
            links(compared.diff().links()),
            whole(compared));
  }

  private static String same() {
    return "<p>" + ComparedText.SAME + "</p>\n";
  }

  private static String summary(ChangeSummary change, ComparedPages compared) {
    return "<p><strong>"
        + Entities.escape(change.sentence())
        + "</strong></p>\n<p>Kinds of change: "
        + change.kinds().stream().map(KindWords::of).collect(Collectors.joining(", "))
        + ".</p>\n"
        + (compared.diff().partial()
            ? "<p>The pages are too large and too unlike to show every changed word.</p>\n"
            : "")
        + title(compared.before().page().title(), compared.after().page().title());
  }

  private static String title(String before, String after) {
    return before.equals(after)
        ? ""
        : "<section><h2>Title</h2>\n<p class=\"text\">"
            + segments(
                List.of(
                    new Segment(SegmentKind.DELETE, before),
                    new Segment(SegmentKind.INSERT, after)))
            + "</p></section>\n";
  }

  private static String hunk(Hunk hunk) {
    ShownHunk shown = new ShownHunk(hunk);
    return "<section><h2>"
        + Entities.escape(shown.labelUnder(hunk.heading()))
        + "</h2>\n<p class=\"text\">"
        + segments(shown.words())
        + "</p></section>\n";
  }

  private static String segments(List<Segment> segments) {
    StringBuilder html = new StringBuilder();
    MarkedWords.write(segments, LOOK, html::append, words -> html.append(Entities.escape(words)));
    return html.toString();
  }

  private static String links(LinkChanges links) {
    if (links.isEmpty()) {
      return "";
    }
    StringBuilder html = new StringBuilder("<section><h2>Links</h2>\n<ul>\n");
    links
        .retargeted()
        .forEach(it ->
            html.append(
                "<li>“%s” now leads to %s; before it led to %s</li>\n"
                    .formatted(
                        Entities.escape(it.after().text()),
                        Entities.escape(it.after().url()),
                        Entities.escape(it.before().url()))));
    links.added().forEach(it -> html.append(item("Added", it.text(), it.url())));
    links.removed().forEach(it -> html.append(item("Removed", it.text(), it.url())));
    return html.append("</ul></section>\n").toString();
  }

  private static String item(String happened, String text, String url) {
    return "<li>%s: “%s”, %s</li>\n"
        .formatted(happened, Entities.escape(text), Entities.escape(url));
  }

  private static String whole(ComparedPages compared) {
    return "<details open><summary>The whole text</summary>\n<div class=\"text\">"
        + segments(compared.diff().text())
        + "</div></details>\n";
  }
}

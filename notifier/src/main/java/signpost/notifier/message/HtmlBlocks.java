package signpost.notifier.message;

import java.util.EnumSet;
import java.util.List;
import org.nibor.autolink.LinkExtractor;
import org.nibor.autolink.LinkSpan;
import org.nibor.autolink.LinkType;
import org.nibor.autolink.Span;
import signpost.events.ChangeEvent.Hunk;
import signpost.events.ChangeEvent.Segment;

/** Blocks as HTML that fetches nothing: no images, fonts, scripts or style sheets. */
final class HtmlBlocks {
  private static final String FONT = "font-family:Arial,Helvetica,sans-serif;";
  private static final String BODY = FONT + "font-size:16px;line-height:1.5;color:#0b0c0c;";

  private static final LinkExtractor ADDRESSES =
      LinkExtractor.builder().linkTypes(EnumSet.of(LinkType.URL)).build();

  private HtmlBlocks() {}

  static String of(String title, List<MessageBlock> blocks) {
    StringBuilder out = new StringBuilder(4096);
    out.append("<!DOCTYPE html>\n<html lang=\"en-GB\"><head><meta charset=\"utf-8\">")
        .append("<meta name=\"viewport\" content=\"width=device-width\"><title>")
        .append(escaped(title))
        .append("</title></head>\n<body style=\"margin:0;padding:16px;background:#ffffff;")
        .append(BODY)
        .append("\"><div style=\"max-width:640px;margin:0 auto;overflow-wrap:anywhere;")
        .append("word-break:break-word;\">\n")
        .append("<h1 style=\"font-size:22px;line-height:1.3;margin:0 0 16px;\">")
        .append(escaped(title))
        .append("</h1>\n");
    blocks.forEach(block -> block(out, block));
    return out.append("</div></body></html>\n").toString();
  }

  private static void block(StringBuilder out, MessageBlock block) {
    switch (block) {
      case MessageBlock.Paragraph p ->
          out.append("<p style=\"margin:0 0 16px;\">").append(escaped(p.text())).append("</p>\n");
      case MessageBlock.Heading h ->
          out.append("<h2 style=\"font-size:18px;margin:24px 0 8px;\">")
              .append(escaped(h.text()))
              .append("</h2>\n");
      case MessageBlock.LinesBlock lines -> {
        out.append("<ul style=\"margin:0 0 16px;padding-left:24px;\">\n");
        lines.lines().forEach(line -> line(out, line));
        out.append("</ul>\n");
      }
      case MessageBlock.FindingBlock item -> item(out, item);
    }
  }

  private static void line(StringBuilder out, MessageBlock.BlockLine line) {
    out.append("<li style=\"margin:0 0 4px;\">");
    line.url()
        .ifPresentOrElse(url -> link(out, url, line.text()), () -> out.append(bdi(line.text())));
    out.append("</li>\n");
  }

  private static void item(StringBuilder out, MessageBlock.FindingBlock item) {
    out.append("<div style=\"margin:0 0 24px;padding:12px 16px;")
        .append("border-left:6px solid #1d70b8;background:#f3f2f1;\">\n")
        .append("<h3 style=\"font-size:17px;margin:0 0 8px;\">")
        .append(bdi(item.title()))
        .append("</h3>\n");
    for (MessageBlock.FactBlock fact : item.facts()) {
      out.append("<p style=\"margin:0 0 6px;\"><strong>")
          .append(escaped(fact.label()))
          .append(":</strong> ")
          .append(words(fact))
          .append("</p>\n");
    }
    item.hunks().forEach(hunk -> hunk(out, hunk));
    out.append("<p style=\"margin:10px 0 0;\">");
    link(out, item.pageUrl(), "See it in Signpost");
    out.append("</p>\n");
    item.answer().ifPresent(url -> answers(out, item, url));
    out.append("</div>\n");
  }

  /** Each asks once more before anything is done: mail programs look at links by themselves. */
  private static void answers(StringBuilder out, MessageBlock.FindingBlock item, String url) {
    out.append("<p style=\"margin:10px 0 0;\"><strong>Your answer:</strong><br>\n");
    for (MessageBlock.BlockLine answer : item.answers()) {
      out.append("<a href=\"")
          .append(escaped(answer.url().orElse(url)))
          .append("\" style=\"display:inline-block;margin:6px 8px 0 0;padding:6px 12px;")
          .append("background:#00703c;color:#ffffff;text-decoration:none;\">")
          .append(escaped(answer.text()))
          .append("</a>\n");
    }
    link(out, url, "Other answers");
    out.append("</p>\n");
  }

  private static void hunk(StringBuilder out, Hunk hunk) {
    out.append("<p style=\"margin:0 0 6px;padding:8px;background:#ffffff;\">");
    String heading = CleanText.line(hunk.heading(), 120);
    if (!heading.isEmpty()) {
      out.append("<strong>").append(bdi(heading)).append("</strong><br>");
    }
    out.append(MessageWords.place(hunk.kind()));
    for (Segment segment : hunk.segments()) {
      String text = escaped(CleanText.line(segment.text(), 600));
      switch (segment.kind()) {
        case EQUAL -> out.append(text).append(' ');
        case DELETE ->
            out.append(mark("del", "#fbe4e1", "[taken out: ")).append(text).append("]</del> ");
        case INSERT ->
            out.append(mark("ins", "#dff0e3", "[put in: ")).append(text).append("]</ins> ");
      }
    }
    out.append("</p>\n");
  }

  /** Marks changed words in text for screen readers and by colour for everyone else. */
  private static String mark(String tag, String colour, String words) {
    return "<" + tag + " style=\"background:" + colour + ";\">" + words;
  }

  private static void link(StringBuilder out, String url, String words) {
    out.append("<a href=\"")
        .append(escaped(url))
        .append("\" style=\"color:#1d70b8;\">")
        .append(bdi(words))
        .append("</a>");
  }

  private static String words(MessageBlock.FactBlock fact) {
    return switch (fact.wording()) {
      case SAID -> bdi(fact.text());
      case OURS -> linked(fact.text());
      case ADDRESS -> isWeb(fact.text()) ? link(fact.text()) : bdi(fact.text());
    };
  }

  private static boolean isWeb(String address) {
    return address.startsWith("https://") || address.startsWith("http://");
  }

  private static String link(String address) {
    StringBuilder out = new StringBuilder();
    link(out, address, address);
    return out.toString();
  }

  /** The same words, their web addresses as links. */
  private static String linked(String text) {
    StringBuilder out = new StringBuilder();
    for (Span span : ADDRESSES.extractSpans(text)) {
      String words = text.substring(span.getBeginIndex(), span.getEndIndex());
      if (span instanceof LinkSpan) {
        link(out, words, words);
      } else {
        out.append(bdi(words));
      }
    }
    return out.toString();
  }

  private static String bdi(String text) {
    return "<bdi>" + escaped(text) + "</bdi>";
  }

  static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}

package signpost.notifier.message;

import gg.jte.Content;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.nibor.autolink.LinkExtractor;
import org.nibor.autolink.LinkSpan;
import org.nibor.autolink.LinkType;
import org.nibor.autolink.Span;
import signpost.events.MarkedWords;
import signpost.events.ShownHunk;

/**
 * Blocks as HTML that fetches nothing: no images, fonts, scripts or style sheets. Escaping is
 * jte's: by context, always on.
 */
final class MailHtml {
  private static final TemplateEngine TEMPLATES =
      TemplateEngine.createPrecompiled(
          null, ContentType.Html, MailHtml.class.getClassLoader(), MailHtml.class.getPackageName());

  private static final MarkedWords.MarkLook LOOK =
      MarkedWords.MarkLook.coloured("#fbe4e1", "#dff0e3");

  private static final LinkExtractor ADDRESSES =
      LinkExtractor.builder().linkTypes(EnumSet.of(LinkType.URL)).build();

  private MailHtml() {}

  static String of(String title, List<MessageBlock> blocks) {
    StringOutput out = new StringOutput(4096);
    TEMPLATES.render("mail.jte", Map.of("title", title, "blocks", blocks), out);
    return out.toString();
  }

  /** Words, which are an address to go to or not. */
  record FactSpan(String words, boolean link) {}

  /** A fact's words: a stranger's lead nowhere, among ours each web address does. */
  static List<FactSpan> spans(MessageBlock.FactBlock fact) {
    return switch (fact.wording()) {
      case SAID -> List.of(new FactSpan(fact.text(), false));
      case OURS -> linked(fact.text());
      case ADDRESS -> List.of(new FactSpan(fact.text(), isWeb(fact.text())));
    };
  }

  private static boolean isWeb(String address) {
    return address.startsWith("https://") || address.startsWith("http://");
  }

  private static List<FactSpan> linked(String text) {
    List<FactSpan> spans = new ArrayList<>();
    for (Span span : ADDRESSES.extractSpans(text)) {
      spans.add(
          new FactSpan(
              text.substring(span.getBeginIndex(), span.getEndIndex()), span instanceof LinkSpan));
    }
    return spans;
  }

  static String heading(ShownHunk hunk) {
    return MailText.heading(hunk);
  }

  static Content marked(ShownHunk hunk) {
    return mail ->
        MarkedWords.write(
            hunk.words(),
            LOOK,
            mail::writeContent,
            it -> mail.writeUserContent(CleanText.within(it, MailText.MOST_WORDS)));
  }
}

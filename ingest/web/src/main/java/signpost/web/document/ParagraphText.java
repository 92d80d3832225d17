package signpost.web.document;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;
import signpost.web.document.DocumentLink.LinkOrigin;

/** A paragraph being read: its words on one line, and the links that stand in them. */
final class ParagraphText {
  private final StringBuilder text = new StringBuilder();
  private final List<LinkSpan> spans = new ArrayList<>();
  private final Deque<LinkSpan> open = new ArrayDeque<>();
  private boolean gap;

  /** A link from offset to offset of the text, or with words of its own. */
  private static final class LinkSpan {
    private final String href;
    private final LinkOrigin origin;
    private @Nullable String named;
    private int from;
    private int to;

    LinkSpan(String href, LinkOrigin origin, @Nullable String named, int at) {
      this.href = href;
      this.origin = origin;
      this.named = named;
      this.from = at;
      this.to = at;
    }
  }

  void words(CharSequence words) {
    for (int i = 0; i < words.length(); i++) {
      char c = words.charAt(i);
      if (Character.isWhitespace(c) || c == '\u00a0') {
        gap = true;
      } else {
        if (gap && !text.isEmpty()) {
          text.append(' ');
        }
        gap = false;
        text.append(c);
      }
    }
  }

  void space() {
    gap = true;
  }

  /** The words that follow are a link's, until it closes. */
  void opens(String href, LinkOrigin origin) {
    int at = text.length() + (gap && !text.isEmpty() ? 1 : 0);
    LinkSpan span = new LinkSpan(href, origin, null, at);
    spans.add(span);
    open.push(span);
  }

  void closes() {
    if (!open.isEmpty()) {
      LinkSpan span = open.pop();
      span.to = Math.max(span.from, text.length());
    }
  }

  /** Of a link that is open: the words it stands under, where the text has none. */
  void names(String words) {
    if (!open.isEmpty()) {
      open.element().named = words;
    }
  }

  /** A link that stands under no words of the text, as a picture's; said twice it counts once. */
  void link(String href, String words, LinkOrigin origin) {
    boolean known = spans.stream().anyMatch(it -> it.named != null && it.origin.equals(origin));
    if (!known || !href.equals(spans.getLast().href)) {
      spans.add(new LinkSpan(href, origin, words, text.length()));
    }
  }

  boolean isEmpty() {
    return text.isEmpty() && spans.isEmpty();
  }

  String text() {
    return text.toString();
  }

  /** Each as the file has it. */
  List<DocumentLink> all() {
    while (!open.isEmpty()) {
      closes();
    }
    return spans.stream()
        .map(span -> new DocumentLink(span.href, words(span), false, span.origin))
        .toList();
  }

  /** As a reader sees them: one that formatting has cut in two is one. */
  List<DocumentLink> links() {
    while (!open.isEmpty()) {
      closes();
    }
    List<LinkSpan> joined = new ArrayList<>();
    for (LinkSpan span : spans) {
      LinkSpan last = joined.isEmpty() ? null : joined.getLast();
      if (last != null && goesOn(last, span)) {
        last.to = Math.max(last.to, span.to);
      } else {
        joined.add(span);
      }
    }
    List<DocumentLink> links = new ArrayList<>();
    for (int i = 0; i < joined.size(); i++) {
      LinkSpan span = joined.get(i);
      boolean adjoining =
          (i > 0 && adjoin(joined.get(i - 1), span))
              || (i + 1 < joined.size() && adjoin(span, joined.get(i + 1)));
      links.add(new DocumentLink(span.href, words(span), adjoining, span.origin));
    }
    return links;
  }

  private boolean goesOn(LinkSpan last, LinkSpan next) {
    return last.named == null
        && next.named == null
        && last.href.equals(next.href)
        && last.to <= next.from
        && text.substring(Math.min(last.to, text.length()), Math.min(next.from, text.length()))
            .isBlank();
  }

  private static boolean adjoin(LinkSpan one, LinkSpan next) {
    return one.named == null && next.named == null && one.to > one.from && one.to == next.from;
  }

  private String words(LinkSpan span) {
    if (span.named != null) {
      return span.named;
    }
    int from = Math.min(span.from, text.length());
    return text.substring(from, Math.max(from, Math.min(span.to, text.length()))).strip();
  }
}

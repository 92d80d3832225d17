package signpost.tools.repair;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import signpost.tools.repair.AddressSpot.PartRange;
import signpost.url.WebUrl;
import signpost.web.extract.HtmlTags;
import signpost.web.extract.HtmlTags.StartTag;

/** The text of one part of a Word document: who uses its relationships, fields, and words. */
final class WordText implements XmlTags {
  private static final int WORDS = 200;

  /** Use of a relationship by a link, which may name a place of the page by itself. */
  record LinkUse(String relation, String anchor, String words, FilePlace place) {}

  private final String xml;
  private final String part;
  private final String label;
  private final Set<String> headings;
  private final RepairCollector found;
  private final List<LinkUse> linked = new ArrayList<>();
  private final Deque<WordParagraph> paragraphs = new ArrayDeque<>();
  private final Deque<WordField> fields = new ArrayDeque<>();
  private Optional<OpenLink> link = Optional.empty();
  private String section = "";
  private String inside = "";
  private int count;
  private int fallback;

  /** A paragraph being read; a text box has its own within another. */
  private static final class WordParagraph {
    private final StringBuilder text = new StringBuilder();
    private final int number;
    private boolean heading;

    WordParagraph(int number) {
      this.number = number;
    }
  }

  /** A link being read. */
  private record OpenLink(String relation, String anchor, StringBuilder words) {}

  private WordText(
      String xml, String part, String label, Set<String> headings, RepairCollector found) {
    this.xml = xml;
    this.part = part;
    this.label = label;
    this.headings = headings;
    this.found = found;
  }

  static List<LinkUse> collect(
      String xml, String part, String label, Set<String> headings, RepairCollector found) {
    var reader = new WordText(xml, part, label, headings, found);
    HtmlTags.read(xml, reader);
    return reader.linked;
  }

  @Override
  public void starts(StartTag tag) {
    boolean closed = closed(tag);
    switch (tag.name()) {
      case "mc:fallback" -> fallback += closed ? 0 : 1;
      case "w:p" -> {
        count += fallback > 0 ? 0 : 1;
        if (!closed) {
          paragraphs.push(new WordParagraph(count));
        }
      }
      case "w:pstyle" -> {
        if (!paragraphs.isEmpty()) {
          paragraphs.element().heading = headings.contains(tag.value("w:val"));
        }
      }
      case "w:hyperlink" -> {
        if (!closed) {
          link = Optional.of(new OpenLink(id(tag), tag.value("w:anchor"), new StringBuilder()));
        }
      }
      case "w:t", "w:instrtext" -> inside = closed ? "" : tag.name();
      case "w:tab", "w:br", "w:cr" -> words(" ");
      case "w:fldchar" -> turn(tag.value("w:fldchartype"));
      case "w:fldsimple" -> simple(tag, closed);
      default -> other(tag);
    }
  }

  /** A tag that is its own end is not told to end. */
  private boolean closed(StartTag tag) {
    int last = tag.attributes().isEmpty() ? tag.from() : tag.attributes().getLast().to();
    int end = xml.indexOf('>', last);
    return end > 0 && xml.charAt(end - 1) == '/';
  }

  private static String id(StartTag tag) {
    return tag.attributes().stream()
        .filter(it -> it.name().endsWith(":id"))
        .findFirst()
        .map(tag::value)
        .orElse("");
  }

  @Override
  public void ends(String name) {
    switch (name) {
      case "mc:fallback" -> fallback--;
      case "w:p" -> paragraph();
      case "w:hyperlink" -> {
        link.filter(_ -> fallback == 0)
            .ifPresent(it ->
                linked.add(
                    new LinkUse(
                        it.relation(), it.anchor(), PlainOutput.line(it.words(), 80), place())));
        link = Optional.empty();
      }
      case "w:t", "w:instrtext" -> inside = "";
      case "w:fldsimple" -> finished();
      default -> {
        // nothing that holds a link or words
      }
    }
  }

  @Override
  public void text(int from, int to) {
    if (inside.equals("w:t")) {
      words(HtmlTags.unescaped(xml.substring(from, to), false));
    } else if (inside.equals("w:instrtext") && !fields.isEmpty()) {
      fields.element().piece(from, to);
    }
  }

  private void words(String text) {
    if (!paragraphs.isEmpty()) {
      paragraphs.element().text.append(text);
    }
    link.filter(it -> it.words().length() < WORDS).ifPresent(it -> it.words().append(text));
    fields.forEach(it -> it.shows(text));
  }

  private void turn(String type) {
    switch (type) {
      case "begin" -> fields.push(new WordField());
      case "separate" -> fields.stream().findFirst().ifPresent(WordField::shown);
      case "end" -> finished();
      default -> {
        // no other type is known
      }
    }
  }

  private void simple(StartTag tag, boolean closed) {
    var field = new WordField();
    tag.attribute("w:instr").ifPresent(it -> field.piece(it.from(), it.to()));
    field.shown();
    fields.push(field);
    if (closed) {
      finished();
    }
  }

  private void finished() {
    if (!fields.isEmpty()) {
      WordField field = fields.pop();
      if (fallback == 0 || field.whole()) {
        field.spot(xml, part, place()).ifPresent(found::add);
      }
    }
  }

  /** Drawings name a relationship too, or hold an address themselves. */
  private void other(StartTag tag) {
    if (tag.name().endsWith("hlinkclick") && fallback == 0) {
      linked.add(new LinkUse(id(tag), "", "", place()));
    }
    tag.attribute("href")
        .flatMap(it ->
            WebUrl.parse(tag.value(it))
                .filter(WebUrl::web)
                .map(url -> {
                  var range = new PartRange(part, it.from(), it.to());
                  return new AddressSpot(
                      AddressUse.ELSEWHERE, range, url, "a drawing", "", "", place());
                }))
        .ifPresent(found::add);
  }

  private FilePlace place() {
    int number = paragraphs.isEmpty() ? count : paragraphs.element().number;
    return new FilePlace.InDocument(label, number, section);
  }

  private void paragraph() {
    if (paragraphs.isEmpty()) {
      return;
    }
    FilePlace place = place();
    WordParagraph ended = paragraphs.pop();
    String text = ended.text.toString();
    if (fallback == 0) {
      found.shown("", text.replace("&", "&amp;"), new PartRange(part, -1, -1), _ -> place);
      section = ended.heading && !text.isBlank() ? PlainOutput.line(text, 80) : section;
    }
  }
}

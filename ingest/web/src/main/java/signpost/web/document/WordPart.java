package signpost.web.document;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import signpost.web.document.DocumentLink.LinkOrigin;
import signpost.web.document.DocumentLink.OriginKind;
import signpost.web.document.WordEvent.BoxKind;

/**
 * The one walk through a part of a Word file, in reading order: content controls, tables within
 * tables, text boxes, fields, pictures and notes. What is deleted or moved away is not read.
 */
public final class WordPart implements XmlVisitor {
  private static final Set<String> SKIPPED =
      Set.of("del", "moveFrom", "pPrChange", "rPrChange", "sdtPr", "sectPr", "tblPr");

  /** Who is told what stands in a part. */
  public interface WordReader {
    void meets(WordEvent event) throws IOException;
  }

  /** Where the links of a part lead, by their relationships; without words. */
  public interface LinkTargets {
    Optional<DocumentLink> link(String id, String anchor) throws IOException;
  }

  private final String part;
  private final WordStyles styles;
  private final LinkTargets targets;
  private final WordReader reader;
  private final Deque<OpenParagraph> paragraphs = new ArrayDeque<>();
  private final Deque<WordField> fields = new ArrayDeque<>();
  private final Deque<Boolean> links = new ArrayDeque<>();
  private String inside = "";
  private String picture = "";
  private int count;
  private int fieldCount;
  private int skipping;

  /** A paragraph being read; a text box has its own within another. */
  private static final class OpenParagraph {
    private final ParagraphText text = new ParagraphText();
    private final List<WordEvent> after = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private final List<String> diagrams = new ArrayList<>();
    private final int number;
    private String style = "";
    private int outline = -1;
    private int depth = 1;
    private int list = -1;

    OpenParagraph(int number) {
      this.number = number;
    }
  }

  private WordPart(String part, WordStyles styles, LinkTargets targets, WordReader reader) {
    this.part = part;
    this.styles = styles;
    this.targets = targets;
    this.reader = reader;
  }

  /** What a relationship's id stands for, as the link of a part; without words. */
  public static DocumentLink link(String part, String id, String target, String anchor) {
    String href = anchor.isEmpty() || target.contains("#") ? target : target + '#' + anchor;
    LinkOrigin origin = new LinkOrigin(part, OriginKind.RELATION, id, anchor);
    return new DocumentLink(href, "", false, origin);
  }

  /** Walks through a part's XML. */
  public static void walk(
      String part, byte[] xml, WordStyles styles, LinkTargets targets, WordReader reader)
      throws IOException {
    XmlPart.read(new ByteArrayInputStream(xml), new WordPart(part, styles, targets, reader));
  }

  static void walk(
      ZippedParts parts, String part, WordStyles styles, LinkTargets targets, WordReader reader)
      throws IOException {
    parts.read(part, new WordPart(part, styles, targets, reader));
  }

  @Override
  public void starts(XmlElement element) throws IOException {
    if (skipping > 0 || SKIPPED.contains(element.name())) {
      skipping++;
      unseen(element);
      return;
    }
    switch (element.name()) {
      case "p" -> paragraphs.push(new OpenParagraph(++count));
      case "tr" -> meets(new WordEvent.Opens(BoxKind.ROW, ""));
      case "tc" -> meets(new WordEvent.Opens(BoxKind.CELL, ""));
      case "footnote", "endnote", "comment" ->
          meets(new WordEvent.Opens(BoxKind.NOTE, element.name() + ' ' + element.value("id")));
      case "hyperlink" -> hyperlink(element);
      case "t", "instrText" -> inside = element.name();
      case "fldChar" -> turn(element.value("fldCharType"));
      case "fldSimple" -> {
        WordField field = new WordField(fieldCount++);
        field.code(element.value("instr"));
        fields.push(field);
        shows(field);
      }
      case "docPr", "cNvPr" ->
          picture =
              element.value("descr").isBlank() ? element.value("title") : element.value("descr");
      case "hlinkClick", "hlinkHover" -> picture(element.relation("id"));
      default -> detail(element);
    }
  }

  /** What is there only to be counted. */
  @Override
  public void unseen(XmlElement element) {
    boolean field =
        element.name().equals("fldSimple")
            || (element.name().equals("fldChar") && element.value("fldCharType").equals("begin"));
    fieldCount += field ? 1 : 0;
  }

  private void detail(XmlElement element) {
    if (element.in(":vml") && !element.value("href").isBlank() && !paragraphs.isEmpty()) {
      String alt = element.value("alt").isBlank() ? element.value("title") : element.value("alt");
      paragraphs.element().text.link(element.value("href"), alt, LinkOrigin.attribute(part));
    }
    if (paragraphs.isEmpty()) {
      return;
    }
    OpenParagraph open = paragraphs.element();
    switch (element.name()) {
      case "pStyle" -> open.style = element.value("val");
      case "outlineLvl" -> open.outline = WordStyles.number(element.value("val"), -1);
      case "ilvl" -> open.depth = WordStyles.number(element.value("val"), 0) + 1;
      case "numId" -> open.list = element.value("val").equals("0") ? 0 : 1;
      case "tab", "br", "cr", "ptab" -> open.text.space();
      case "noBreakHyphen" -> open.text.words("-");
      case "footnoteReference", "endnoteReference" ->
          open.notes.add(element.name().replace("Reference", "") + ' ' + element.value("id"));
      case "relIds" -> open.diagrams.add(element.relation("dm"));
      default -> {
        // how it looks
      }
    }
  }

  private void hyperlink(XmlElement element) throws IOException {
    Optional<DocumentLink> link = targets.link(element.relation("id"), element.value("anchor"));
    boolean opens = link.isPresent() && !paragraphs.isEmpty();
    if (opens) {
      paragraphs.element().text.opens(link.get().href(), link.get().origin());
    }
    links.push(opens);
  }

  private void picture(String id) throws IOException {
    Optional<DocumentLink> link = targets.link(id, "");
    if (link.isPresent() && !paragraphs.isEmpty()) {
      paragraphs.element().text.link(link.get().href(), picture, link.get().origin());
    }
  }

  private void turn(String type) {
    switch (type) {
      case "begin" -> fields.push(new WordField(fieldCount++));
      case "separate" -> fields.stream().findFirst().ifPresent(this::shows);
      case "end" -> finished();
      default -> {
        // no other type is known
      }
    }
  }

  /** From here on it is what people read. */
  private void shows(WordField field) {
    Optional<DocumentLink> link = field.shown ? Optional.empty() : field.link(part);
    field.shown = true;
    if (link.isPresent() && !paragraphs.isEmpty()) {
      paragraphs.element().text.opens(link.get().href(), link.get().origin());
      field.opened = true;
    }
  }

  private void finished() {
    if (fields.isEmpty()) {
      return;
    }
    WordField field = fields.pop();
    shows(field);
    if (field.opened && !paragraphs.isEmpty()) {
      paragraphs.element().text.closes();
    }
  }

  @Override
  public void text(String text) {
    if (skipping > 0 || inside.isEmpty()) {
      return;
    }
    if (inside.equals("instrText")) {
      fields.stream().findFirst().filter(it -> !it.shown).ifPresent(it -> it.code(text));
    } else if (!paragraphs.isEmpty()) {
      paragraphs.element().text.words(text);
    }
  }

  @Override
  public void ends(String name) throws IOException {
    if (skipping > 0) {
      skipping--;
      return;
    }
    switch (name) {
      case "p" -> paragraph();
      case "tr" -> meets(new WordEvent.Closes(BoxKind.ROW));
      case "tc" -> meets(new WordEvent.Closes(BoxKind.CELL));
      case "footnote", "endnote", "comment" -> meets(new WordEvent.Closes(BoxKind.NOTE));
      case "hyperlink" -> {
        if (!links.isEmpty() && links.pop() && !paragraphs.isEmpty()) {
          paragraphs.element().text.closes();
        }
      }
      case "t", "instrText" -> inside = "";
      case "fldSimple" -> finished();
      default -> {
        // nothing that holds a link or words
      }
    }
  }

  private void paragraph() throws IOException {
    OpenParagraph open = paragraphs.pop();
    meets(new WordEvent.Words(read(open)));
    for (WordEvent event : open.after) {
      meets(event);
    }
  }

  private WordParagraph read(OpenParagraph open) {
    String text = open.text.text();
    int own = WordStyles.level(open.outline);
    int heading = text.isEmpty() ? 0 : own > 0 ? own : styles.heading(open.style);
    int item = open.list >= 0 ? open.list * open.depth : styles.item(open.style);
    if (styles.isContents(open.style)) {
      text = text.replaceFirst("[\\s.…]*\\d{1,4}$", "");
    }
    return new WordParagraph(
        open.number,
        heading,
        Math.min(item, 9),
        text,
        open.text.links(),
        open.text.all(),
        new WordParagraph.ParagraphNotes(open.notes, open.diagrams));
  }

  /** What stands in a text box waits for the end of the paragraph it is anchored to. */
  private void meets(WordEvent event) throws IOException {
    if (paragraphs.isEmpty()) {
      reader.meets(event);
    } else {
      paragraphs.element().after.add(event);
    }
  }
}

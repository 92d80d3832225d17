package signpost.tools.repair;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import signpost.tools.repair.AddressSpot.PartRange;
import signpost.url.WebUrl;
import signpost.web.document.DocumentLink;
import signpost.web.document.DocumentLink.OriginKind;
import signpost.web.document.WordEvent;
import signpost.web.document.WordParagraph;
import signpost.web.document.WordPart;
import signpost.web.document.WordStyles;
import signpost.web.extract.HtmlTags;
import signpost.web.extract.HtmlTags.StartTag;

/**
 * A Word document: its links are relationships of the part they stand in, or fields in its text.
 *
 * @see <a href="https://ecma-international.org/publications-and-standards/standards/ecma-376/">
 *     ECMA-376, parts 1 (17.16) and 2 (9.3)</a>
 */
final class WordGuide implements GuideRepair.RepairableGuide {
  private static final int WORDS = 80;
  private static final Pattern TEXT =
      Pattern.compile("word/((?:document|header|footer|footnotes|endnotes)\\d*)\\.xml");

  private final ZipEditor zip;
  private final WordStyles styles;
  private final Map<String, FilePart> parts = new HashMap<>();
  private final Map<String, byte[]> texts = new HashMap<>();

  /** A link's address as a part's relationships tell it. */
  private record LinkRelation(String id, String target, PartRange range) {}

  private WordGuide(ZipEditor zip) {
    this.zip = zip;
    this.styles = styles(zip);
  }

  /** A link as the walk through a part met it. */
  private record LinkUse(DocumentLink link, FilePlace place) {}

  static WordGuide of(byte[] bytes) throws RefusedException {
    var guide = new WordGuide(ZipEditor.of(bytes));
    Set<String> names = guide.zip.names();
    if (names.stream().noneMatch(it -> it.startsWith("word/document"))) {
      throw new RefusedException("It is no Word document (.docx).");
    }
    if (names.stream().anyMatch(it -> it.startsWith("_xmlsignatures/"))) {
      throw new RefusedException("It is signed, and a change would break its signature.");
    }
    for (String name : new TreeSet<>(names)) {
      Matcher text = TEXT.matcher(name);
      if (text.matches()) {
        guide.read(name);
        guide.check(name);
        guide.read(relations(text.group(1)));
      }
    }
    return guide;
  }

  private void check(String name) throws RefusedException {
    try {
      WordPart.walk(
          name,
          Objects.requireNonNull(texts.get(name), name),
          styles,
          (_, _) -> Optional.empty(),
          _ -> {});
    } catch (IOException e) {
      throw new RefusedException("It is damaged: " + e.getMessage() + ".");
    }
  }

  private FilePart part(String name) {
    return Objects.requireNonNull(parts.get(name), name);
  }

  private static String relations(String part) {
    return "word/_rels/" + part + ".xml.rels";
  }

  private void read(String name) throws RefusedException {
    Optional<byte[]> content = zip.content(name);
    content.ifPresent(it -> {
      parts.put(name, FilePart.of(it));
      texts.put(name, it);
    });
  }

  @Override
  public void collect(Optional<WebUrl> page, RepairCollector found) {
    for (String name : new TreeSet<>(parts.keySet())) {
      Matcher part = TEXT.matcher(name);
      if (part.matches()) {
        FilePart related = parts.get(relations(part.group(1)));
        List<LinkRelation> targets =
            related == null ? List.of() : relations(related.text(), relations(part.group(1)));
        List<LinkUse> uses = uses(name, part.group(1), targets, found);
        relations(part.group(1), targets, uses, found);
        fields(name, part.group(1), uses, found);
      }
    }
  }

  /** What the walk through a part meets: the words that show addresses, and the links. */
  private List<LinkUse> uses(
      String name, String label, List<LinkRelation> targets, RepairCollector found) {
    Map<String, String> hrefs =
        targets.stream()
            .collect(Collectors.toMap(LinkRelation::id, LinkRelation::target, (one, _) -> one));
    List<LinkUse> uses = new ArrayList<>();
    var reader = new PartReader(name, label, uses, found);
    try {
      WordPart.walk(
          name,
          Objects.requireNonNull(texts.get(name), name),
          styles,
          (id, anchor) ->
              Optional.ofNullable(hrefs.get(id)).map(href -> WordPart.link(name, id, href, anchor)),
          reader::meets);
    } catch (IOException e) {
      throw new IllegalStateException("A part that was read cannot be read again.", e);
    }
    return uses;
  }

  private static final class PartReader {
    private final String name;
    private final String label;
    private final List<LinkUse> uses;
    private final RepairCollector found;
    private String section = "";

    PartReader(String name, String label, List<LinkUse> uses, RepairCollector found) {
      this.name = name;
      this.label = label;
      this.uses = uses;
      this.found = found;
    }

    void meets(WordEvent event) {
      if (event instanceof WordEvent.Words(WordParagraph it)) {
        FilePlace place = new FilePlace.InDocument(label, it.number(), section);
        String escaped = it.text().replace("&", "&amp;");
        found.shown("", escaped, new PartRange(name, -1, -1), _ -> place);
        it.uses().forEach(link -> uses.add(new LinkUse(link, place)));
        section = it.heading() > 0 ? PlainOutput.line(it.text(), WORDS) : section;
      }
    }
  }

  private void relations(
      String part, List<LinkRelation> targets, List<LinkUse> uses, RepairCollector found) {
    Map<String, List<LinkUse>> byId =
        uses.stream()
            .filter(it -> it.link().origin().kind() == OriginKind.RELATION)
            .collect(Collectors.groupingBy(it -> it.link().origin().name()));
    for (LinkRelation relation : targets) {
      List<LinkUse> users = byId.getOrDefault(relation.id(), List.of());
      String kept =
          users.stream()
              .map(it -> it.link().origin().anchor())
              .filter(it -> !it.isEmpty())
              .findFirst()
              .orElse("");
      String place = kept.isEmpty() || relation.target().contains("#") ? "" : "#" + kept;
      Optional<WebUrl> url = WebUrl.parse(relation.target() + place).filter(WebUrl::web);
      if (url.isPresent()) {
        AddressSpot unseen =
            new AddressSpot(
                AddressUse.UNSEEN,
                relation.range(),
                url.get(),
                "",
                "",
                kept,
                new FilePlace.InDocument(part, 0, ""));
        users.forEach(it -> found.add(seen(unseen, AddressUse.MARKUP, it)));
        if (users.isEmpty()) {
          found.add(unseen);
        }
      }
    }
  }

  private static AddressSpot seen(AddressSpot spot, AddressUse use, LinkUse by) {
    return new AddressSpot(
        use,
        spot.range(),
        spot.url(),
        spot.what(),
        PlainOutput.line(by.link().words(), WORDS),
        spot.kept(),
        by.place());
  }

  /** Fields, and addresses that drawings hold themselves. */
  private void fields(String name, String label, List<LinkUse> uses, RepairCollector found) {
    String xml = part(name).text();
    List<FieldPieces> fields = FieldPieces.of(xml);
    Set<String> met = new TreeSet<>();
    for (LinkUse use : uses) {
      DocumentLink link = use.link();
      Optional<WebUrl> url = WebUrl.parse(link.href()).filter(WebUrl::web);
      if (url.isEmpty() || link.origin().kind() == OriginKind.RELATION) {
        continue;
      }
      boolean field = link.origin().kind() == OriginKind.FIELD;
      Optional<PartRange> range =
          field
              ? fields.get(Integer.parseInt(link.origin().name())).range(xml, name)
              : Optional.empty();
      met.add(link.origin().name());
      found.add(
          new AddressSpot(
              range.isPresent()
                  ? AddressUse.FIELD
                  : field ? AddressUse.SPLIT : AddressUse.ELSEWHERE,
              range.orElse(new PartRange(name, -1, -1)),
              url.get(),
              field ? "" : "a drawing",
              PlainOutput.line(link.words(), WORDS),
              link.origin().anchor(),
              use.place()));
    }
    for (int i = 0; i < fields.size(); i++) {
      if (!met.contains(Integer.toString(i))) {
        unseen(fields.get(i), xml, name, label).ifPresent(found::add);
      }
    }
  }

  /** A field that only older programs show, written along with the one it is a copy of. */
  private static Optional<AddressSpot> unseen(
      FieldPieces field, String xml, String name, String label) {
    Optional<PartRange> range = field.range(xml, name);
    Optional<WebUrl> url = field.target(xml).flatMap(WebUrl::parse).filter(WebUrl::web);
    FilePlace place = new FilePlace.InDocument(label, 0, "");
    return range.isEmpty() || url.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new AddressSpot(AddressUse.UNSEEN, range.get(), url.get(), "", "", "", place));
  }

  private static List<LinkRelation> relations(String xml, String part) {
    List<LinkRelation> relations = new ArrayList<>();
    HtmlTags.read(
        xml,
        new XmlTags() {
          @Override
          public void starts(StartTag tag) {
            boolean link =
                tag.name().endsWith("relationship")
                    && tag.value("type").endsWith("/hyperlink")
                    && tag.value("targetmode").equals("External");
            tag.attribute("target")
                .filter(_ -> link)
                .ifPresent(it ->
                    relations.add(
                        new LinkRelation(
                            tag.value("id"),
                            tag.value(it),
                            new PartRange(part, it.from(), it.to()))));
          }
        });
    return relations;
  }

  private static WordStyles styles(ZipEditor zip) {
    try {
      return WordStyles.of(zip.content("word/styles.xml").orElse(new byte[0]));
    } catch (IOException | RefusedException _) {
      // Sections only help to find a place: without them paragraphs are counted.
      return WordStyles.NONE;
    }
  }

  @Override
  public byte[] with(Map<String, List<FilePart.TextEdit>> edits) throws RefusedException {
    Map<String, byte[]> changed = new HashMap<>();
    for (var part : edits.entrySet()) {
      changed.put(part.getKey(), part(part.getKey()).with(part.getValue()));
    }
    return zip.with(changed);
  }
}

package signpost.tools.repair;

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
import signpost.tools.repair.WordText.LinkUse;
import signpost.url.WebUrl;
import signpost.web.extract.HtmlTags;
import signpost.web.extract.HtmlTags.StartTag;

/**
 * A Word document: its links are relationships of the part they stand in, or fields in its text.
 *
 * @see <a href="https://ecma-international.org/publications-and-standards/standards/ecma-376/">
 *     ECMA-376, parts 1 (17.16) and 2 (9.3)</a>
 */
final class WordGuide implements GuideRepair.RepairableGuide {
  private static final Pattern TEXT =
      Pattern.compile("word/((?:document|header|footer|footnotes|endnotes)\\d*)\\.xml");

  private final ZipEditor zip;
  private final Map<String, FilePart> parts = new HashMap<>();

  /** A link's address as a part's relationships tell it. */
  private record LinkRelation(String id, String target, PartRange range) {}

  private WordGuide(ZipEditor zip) {
    this.zip = zip;
  }

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
        guide.read(relations(text.group(1)));
      }
    }
    return guide;
  }

  private FilePart part(String name) {
    return Objects.requireNonNull(parts.get(name), name);
  }

  private static String relations(String part) {
    return "word/_rels/" + part + ".xml.rels";
  }

  private void read(String name) throws RefusedException {
    Optional<byte[]> content = zip.content(name);
    content.ifPresent(it -> parts.put(name, FilePart.of(it)));
  }

  @Override
  public void collect(Optional<WebUrl> page, RepairCollector found) {
    Set<String> headings = headings();
    for (String name : new TreeSet<>(parts.keySet())) {
      Matcher part = TEXT.matcher(name);
      if (part.matches()) {
        String text = part(name).text();
        List<LinkUse> linked = WordText.collect(text, name, part.group(1), headings, found);
        relations(part.group(1), linked, found);
      }
    }
  }

  private void relations(String part, List<LinkUse> linked, RepairCollector found) {
    FilePart relations = parts.get(relations(part));
    if (relations == null) {
      return;
    }
    Map<String, List<LinkUse>> byId =
        linked.stream().collect(Collectors.groupingBy(LinkUse::relation));
    for (LinkRelation relation : relations(relations.text(), relations(part))) {
      var nowhere = new LinkUse(relation.id(), "", "", new FilePlace.InDocument(part, 0, ""));
      List<LinkUse> users = byId.getOrDefault(relation.id(), List.of(nowhere));
      AddressUse use = byId.containsKey(relation.id()) ? AddressUse.MARKUP : AddressUse.UNSEEN;
      String kept =
          users.stream().map(LinkUse::anchor).filter(it -> !it.isEmpty()).findFirst().orElse("");
      String place = kept.isEmpty() || relation.target().contains("#") ? "" : "#" + kept;
      Optional<WebUrl> url = WebUrl.parse(relation.target() + place).filter(WebUrl::web);
      for (LinkUse it : url.isPresent() ? users : List.<LinkUse>of()) {
        found.add(
            new AddressSpot(use, relation.range(), url.get(), "", it.words(), kept, it.place()));
      }
    }
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

  /** The styles that make a paragraph a heading, by their names, which no language changes. */
  private Set<String> headings() {
    Set<String> headings = new TreeSet<>();
    try {
      String styles = zip.content("word/styles.xml").map(it -> FilePart.of(it).text()).orElse("");
      HtmlTags.read(
          styles,
          new XmlTags() {
            private String style = "";

            @Override
            public void starts(StartTag tag) {
              if (tag.name().equals("w:style")) {
                style = tag.value("w:styleid");
              } else if (tag.name().equals("w:name")
                  && tag.value("w:val").matches("(?i)title|heading [1-6]")) {
                headings.add(style);
              }
            }
          });
    } catch (RefusedException _) {
      // Sections only help to find a place: without them paragraphs are counted.
    }
    return headings;
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

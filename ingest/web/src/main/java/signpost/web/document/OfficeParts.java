package signpost.web.document;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * An Office file's parts and what each of them relates to.
 *
 * @see <a href="https://ecma-international.org/publications-and-standards/standards/ecma-376/">
 *     ECMA-376, part 2 (Open Packaging Conventions)</a>
 */
final class OfficeParts {
  private final ZippedParts parts;
  private final Map<String, Map<String, PartRelation>> relations = new LinkedHashMap<>();

  /**
   * What a part relates to.
   *
   * @param type the last word of it, such as {@code hyperlink}
   * @param target as written; of a part in the file, its name
   */
  record PartRelation(String type, String target, boolean external) {}

  OfficeParts(ZippedParts parts) {
    this.parts = parts;
  }

  /** The part that a type of relationship of the whole file leads to, if it does. */
  Optional<String> root(String type) throws IOException {
    return relations("").values().stream()
        .filter(it -> it.type().equals(type) && !it.external())
        .map(PartRelation::target)
        .filter(parts::has)
        .findFirst();
  }

  /** A part's relationships by their ids; the empty name is the file's own. */
  Map<String, PartRelation> relations(String part) throws IOException {
    Map<String, PartRelation> known = relations.get(part);
    if (known != null) {
      return known;
    }
    Map<String, PartRelation> read = new LinkedHashMap<>();
    int slash = part.lastIndexOf('/');
    String folder = part.substring(0, slash + 1);
    parts.read(
        folder + "_rels/" + part.substring(slash + 1) + ".rels", new RelationReader(folder, read));
    if (relations.size() < 1_000) {
      relations.put(part, read);
    }
    return read;
  }

  /** The link that an id in a part stands for, if it leads out of the file. */
  Optional<DocumentLink> link(String part, String id, String anchor) throws IOException {
    PartRelation relation = relations(part).get(id);
    if (relation == null || !relation.external() || !relation.type().equals("hyperlink")) {
      return Optional.empty();
    }
    return Optional.of(WordPart.link(part, id, relation.target(), anchor));
  }

  private record RelationReader(String folder, Map<String, PartRelation> read)
      implements XmlVisitor {
    @Override
    public void starts(XmlElement element) {
      if (!element.name().equals("Relationship")) {
        return;
      }
      String type = element.value("Type");
      boolean external = element.value("TargetMode").equals("External");
      String target = element.value("Target");
      read.putIfAbsent(
          element.value("Id"),
          new PartRelation(
              type.substring(type.lastIndexOf('/') + 1),
              external ? target : PartPath.of(folder, target).orElse(""),
              external));
    }

    @Override
    public void ends(String name) {}
  }
}

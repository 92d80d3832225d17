package signpost.tools.repair;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import signpost.tools.repair.AddressSpot.PartRange;
import signpost.web.extract.HtmlTags;
import signpost.web.extract.HtmlTags.StartTag;

/**
 * Where the code of a field of a Word document stands in its part, perhaps in pieces: what the
 * field means the walk through the part tells.
 */
final class FieldPieces {
  private static final String QUOTE = "(?:[\"“”]|&quot;|&#34;|&#x22;)";
  private static final Pattern LINK =
      Pattern.compile(
          "(?i)^\\s*HYPERLINK\\s+(?:" + QUOTE + "(.*?)" + QUOTE + "|((?!&quot;)[^\\s\\\\\"]\\S*))");

  private final List<PartRange> pieces = new ArrayList<>();

  /** The fields of a part, in the order they begin. */
  static List<FieldPieces> of(String xml) {
    var reader = new FieldReader(xml);
    HtmlTags.read(xml, reader);
    return reader.all;
  }

  /** The address it leads to, if it is a link. */
  Optional<String> target(String xml) {
    return found(xml).map(it -> HtmlTags.unescaped(it.group(group(it)), true));
  }

  /** Where that stands in the text of the part, if within one piece. */
  Optional<PartRange> range(String xml, String part) {
    Optional<Matcher> link = found(xml);
    if (link.isEmpty()) {
      return Optional.empty();
    }
    int from = link.get().start(group(link.get()));
    int to = link.get().end(group(link.get()));
    int before = 0;
    for (PartRange piece : pieces) {
      int length = piece.to() - piece.from();
      if (from >= before && to <= before + length) {
        int offset = piece.from() - before;
        return Optional.of(new PartRange(part, offset + from, offset + to));
      }
      before += length;
    }
    return Optional.empty();
  }

  private Optional<Matcher> found(String xml) {
    StringBuilder code = new StringBuilder();
    pieces.forEach(it -> code.append(xml, it.from(), it.to()));
    Matcher link = LINK.matcher(code);
    return link.find() ? Optional.of(link) : Optional.empty();
  }

  private static int group(Matcher link) {
    return link.group(1) == null ? 2 : 1;
  }

  /** Follows fields through the tags of a part, whatever prefix their names have. */
  private static final class FieldReader implements XmlTags {
    private final String xml;
    private final List<FieldPieces> all = new ArrayList<>();
    private final Deque<Optional<FieldPieces>> open = new ArrayDeque<>();
    private boolean code;

    FieldReader(String xml) {
      this.xml = xml;
    }

    @Override
    public void starts(StartTag tag) {
      switch (local(tag.name())) {
        case "fldchar" -> turn(value(tag, "fldchartype"));
        case "fldsimple" -> simple(tag);
        case "instrtext" -> code = !closed(tag);
        default -> {
          // nothing of a field
        }
      }
    }

    /** A tag that is its own end is not told to end. */
    private boolean closed(StartTag tag) {
      int last = tag.attributes().isEmpty() ? tag.from() : tag.attributes().getLast().to();
      int end = xml.indexOf('>', last);
      return end > 0 && xml.charAt(end - 1) == '/';
    }

    private void turn(String type) {
      switch (type) {
        case "begin" -> {
          all.add(new FieldPieces());
          open.push(Optional.of(all.getLast()));
        }
        case "separate" -> {
          if (!open.isEmpty()) {
            open.pop();
            open.push(Optional.empty());
          }
        }
        case "end" -> open.poll();
        default -> {
          // no other type is known
        }
      }
    }

    private void simple(StartTag tag) {
      var field = new FieldPieces();
      tag.attributes().stream()
          .filter(it -> local(it.name()).equals("instr"))
          .forEach(it -> field.pieces.add(new PartRange("", it.from(), it.to())));
      all.add(field);
      if (!closed(tag)) {
        open.push(Optional.empty());
      }
    }

    private static String value(StartTag tag, String name) {
      return tag.attributes().stream()
          .filter(it -> local(it.name()).equals(name))
          .findFirst()
          .map(tag::value)
          .orElse("");
    }

    private static String local(String name) {
      return name.substring(name.indexOf(':') + 1);
    }

    @Override
    public void ends(String name) {
      if (local(name).equals("instrtext")) {
        code = false;
      } else if (local(name).equals("fldsimple")) {
        open.poll();
      }
    }

    @Override
    public void text(int from, int to) {
      if (code && !open.isEmpty()) {
        open.element().ifPresent(it -> it.pieces.add(new PartRange("", from, to)));
      }
    }
  }
}

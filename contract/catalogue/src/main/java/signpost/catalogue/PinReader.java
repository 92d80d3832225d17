package signpost.catalogue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import signpost.catalogue.CatalogueFile.FilePosition;
import signpost.events.ResourceEvent.PinnedPages;
import signpost.url.CanonicalUrl;
import signpost.url.WebUrl;

/** Reads what curators pinned: questions, and the pages that are to come first for each. */
final class PinReader {
  /** So many pages for one question; what stands first for everything stands first for nothing. */
  private static final int MOST = 5;

  private static final int LONGEST = 200;

  private final FileReader file;
  private final ProblemCollector slips;
  private final Map<FilePosition, WebUrl> places = new HashMap<>();

  PinReader(FileReader file, ProblemCollector slips) {
    this.file = file;
    this.slips = slips;
  }

  /** Where each pinned page is named. */
  Map<FilePosition, WebUrl> places() {
    return places;
  }

  List<PinnedPages> read(YamlMapping top) {
    Optional<Node> value = top.value("pins");
    if (value.isEmpty()) {
      return List.of();
    }
    if (!(value.get() instanceof MappingNode mapping)) {
      slips.error(top.at("pins"), "'pins' is a mapping: write pins: {what people ask: https://…}.");
      return List.of();
    }
    var questions = YamlMapping.ofIds(mapping, "'pins'", slips);
    Map<String, String> asked = new HashMap<>();
    List<PinnedPages> pins = new ArrayList<>();
    for (String question : questions.keys()) {
      if (isQuestion(question, questions.at(question), asked)) {
        pins.add(new PinnedPages(question, pages(questions, question)));
      }
    }
    return pins;
  }

  private boolean isQuestion(String question, Node at, Map<String, String> asked) {
    if (question.codePoints().noneMatch(Character::isLetterOrDigit)) {
      slips.error(at, "'" + question + "' has no word that somebody could ask for.");
      return false;
    }
    if (question.length() > LONGEST) {
      slips.error(at, "A question of more than " + LONGEST + " characters is asked by nobody.");
      return false;
    }
    String plain = plain(question);
    String before = asked.putIfAbsent(plain, question);
    if (before != null) {
      slips.error(at, "'" + question + "' asks what '" + before + "' does. Remove one of them.");
    }
    return before == null;
  }

  /** Its words in a fixed order: in which they are asked does not matter. */
  private static String plain(String question) {
    return Stream.of(question.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+", -1))
        .filter(it -> !it.isEmpty())
        .sorted()
        .distinct()
        .collect(Collectors.joining(" "));
  }

  private List<CanonicalUrl> pages(YamlMapping questions, String question) {
    List<CanonicalUrl> pages = new ArrayList<>();
    List<Node> members = questions.members(question);
    if (members.isEmpty()) {
      slips.error(
          questions.at(question), "'" + question + "' needs the URL that is to come first.");
    }
    for (Node member : members) {
      page(member).map(CanonicalUrl::of).filter(it -> !pages.contains(it)).ifPresent(pages::add);
    }
    if (pages.size() > MOST) {
      slips.error(
          questions.at(question), "At most " + MOST + " pages can come first for one question.");
    }
    return pages;
  }

  private Optional<WebUrl> page(Node member) {
    if (!(member instanceof ScalarNode address)) {
      slips.error(member, "A pinned page is a URL, or several: [https://…, https://…].");
      return Optional.empty();
    }
    Optional<WebUrl> url = file.ownUrl(YamlMapping.words(address), member);
    url.ifPresent(it -> places.put(ProblemCollector.place(member.getStartMark()), it));
    return url;
  }
}

package signpost.successor;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import signpost.web.extract.ReadablePage;

/** Compares candidates with the remembered page, and with each other. Pure. */
final class PageLikeness {
  /** A title of so much rarity names one thing. */
  private static final double TELLING = 8;

  private final RememberedPage old;
  private final WordRarity names;
  private final WordRarity texts;
  private final WeighedText oldText;

  /** {@code names}: of what addresses and links on the site say. */
  private PageLikeness(RememberedPage old, WordRarity names, List<CandidatePage> candidates) {
    this.old = old;
    this.names = names;
    this.texts =
        WordRarity.in(
            Stream.concat(candidates.stream().map(it -> it.page().text()), Stream.of(old.text()))
                .map(WordStems::all)
                .toList());
    this.oldText = WeighedText.of(old.text(), texts);
  }

  /** In the order of the candidates. */
  static List<Likeness> of(RememberedPage old, WordRarity names, List<CandidatePage> candidates) {
    var comparison = new PageLikeness(old, names, candidates);
    return Likeness.apart(candidates.stream().map(comparison::likeness).toList());
  }

  private Likeness likeness(CandidatePage candidate) {
    Map<LikenessSign, Double> signs = new EnumMap<>(LikenessSign.class);
    names(signs, candidate);
    texts(signs, candidate.page());
    signs.put(LikenessSign.OTHER_MEDIA, candidate.page().media() == old.media() ? 0.0 : 1.0);
    signs.put(LikenessSign.STATED, candidate.stated().isPresent() ? 1.0 : 0.0);
    signs.put(LikenessSign.LISTED, candidate.listed().isPresent() ? 1.0 : 0.0);
    return new Likeness(signs);
  }

  private void names(Map<LikenessSign, Double> signs, CandidatePage candidate) {
    List<String> title = WordStems.telling(candidate.page().title());
    List<List<String>> called = called();
    boolean same = called.stream().anyMatch(it -> new HashSet<>(it).equals(new HashSet<>(title)));
    signs.put(
        LikenessSign.SAME_TITLE,
        same && !title.isEmpty() ? Math.min(1, names.sum(title) / TELLING) : 0);
    signs.put(LikenessSign.TITLE, most(called, it -> names.overlap(it, title)));
    signs.put(
        LikenessSign.TITLE_IN_HEADING,
        most(
            RememberedPage.headings(candidate.page()).stream().map(WordStems::telling).toList(),
            it -> names.share(called.getFirst(), it)));
    signs.put(
        LikenessSign.SLUG,
        names.overlap(AddressWords.slugWords(old.url()), AddressWords.slugWords(candidate.url())));
  }

  /** The old title first, then what links called it. */
  private List<List<String>> called() {
    return Stream.concat(Stream.of(old.title()), old.linkWords().stream())
        .map(WordStems::telling)
        .toList();
  }

  private static double most(List<List<String>> lines, ToDoubleFunction<List<String>> measure) {
    return lines.stream().mapToDouble(measure).max().orElse(0);
  }

  private void texts(Map<LikenessSign, Double> signs, ReadablePage page) {
    WeighedText text = WeighedText.of(page.text(), texts);
    signs.put(LikenessSign.KEPT, oldText.runs().containedIn(text.runs()));
    signs.put(LikenessSign.PAIRS, oldText.pairs().containedIn(text.pairs()));
    signs.put(LikenessSign.WORDS, oldText.words().with(text.words()));
  }
}

package signpost.sample.noise;

import java.util.function.UnaryOperator;
import org.jsoup.nodes.Document;

/** What an editor's software or a font plug-in does to the same words. */
@SuppressWarnings("ImmutableEnumChecker") // none of the lambdas keeps anything
public enum TypeNoise implements NoiseKind {
  HARD_SPACES(text -> text.replace(" and ", "\u00a0and ").replace(" a ", " a\u00a0")),
  SOFT_HYPHENS(text -> text.replace("pract", "pr\u00adact").replace("gwasan", "gwa\u00adsan")),
  CURLY_QUOTES(text -> text.replace('\'', '’')),
  DOUBLE_SPACES(text -> text.replace(". ", ".  ")),
  ZERO_WIDTH_SPACES(text -> text.replace(" of ", " \u200bof ").replace(" yn ", " \u200byn "));

  private final UnaryOperator<String> type;

  TypeNoise(UnaryOperator<String> type) {
    this.type = type;
  }

  @Override
  public void disturb(Document page, NoisyVisit moment) {
    if (moment.each(name()).nextBoolean()) {
      PagePlaces.main(page)
          .select("p, li, td, h2")
          .forEach(
              it -> it.textNodes().forEach(text -> text.text(type.apply(text.getWholeText()))));
    }
  }
}

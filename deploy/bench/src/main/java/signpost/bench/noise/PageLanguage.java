package signpost.bench.noise;

import java.util.List;

/** The words made-up pages are written in. {@code %s} stands for what a page is about. */
@SuppressWarnings("ImmutableEnumChecker") // words are lists that nothing changes
enum PageLanguage {
  ENGLISH("en", EnglishWords.ALL),
  WELSH("cy", WelshWords.ALL);

  /**
   * Everything a draft is put together from.
   *
   * @param subjects what pages are about
   * @param titles with the subject in them
   * @param sentences of running text
   * @param headings of sections
   * @param items of lists
   * @param rows of tables: name, when, where
   * @param resources words of links
   * @param help how to reach somebody: number, mail, text, short numbers, hours, age, price
   * @param menu words of the menu and the footer
   */
  record DraftWords(
      List<String> subjects,
      List<String> titles,
      List<String> sentences,
      List<String> headings,
      List<String> items,
      List<List<String>> rows,
      List<String> resources,
      List<String> help,
      List<String> menu) {}

  private final String code;
  private final DraftWords words;

  PageLanguage(String code, DraftWords words) {
    this.code = code;
    this.words = words;
  }

  String code() {
    return code;
  }

  DraftWords words() {
    return words;
  }
}

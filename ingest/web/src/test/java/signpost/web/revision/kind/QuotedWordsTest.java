package signpost.web.revision.kind;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class QuotedWordsTest {
  private static final List<String> WORDS =
      List.of(
          ("we meet each week and talk over tea about what has been hard with people who know how"
                  + " it feels when the house is quiet or the nights are long £5 free closes monday"
                  + " you can bring a friend to any of our rooms in the town near the river")
              .split(" "));

  /** A passage and what was put in place of some of its words. */
  record Edit(List<String> olds, List<String> youngs, HunkText passage) {
    static Edit of(int seed) {
      Random random = new Random(seed);
      int edits = 1 + random.nextInt(3);
      List<String> olds = new ArrayList<>();
      List<String> youngs = new ArrayList<>();
      StringBuilder old = new StringBuilder(said(random, random.nextInt(60)));
      StringBuilder young = new StringBuilder(old);
      for (int i = 0; i < edits; i++) {
        olds.add("old" + i + "x" + seed);
        youngs.add("new" + i + "x" + seed);
        String after = said(random, random.nextInt(50));
        old.append(olds.getLast()).append(after);
        young.append(youngs.getLast()).append(after);
      }
      return new Edit(olds, youngs, new HunkText(old.toString(), young.toString()));
    }

    /** Some words, and now and then the end of a sentence or of a cell. */
    private static String said(Random random, int words) {
      StringBuilder said = new StringBuilder(" ");
      for (int i = 0; i < words; i++) {
        said.append(WORDS.get(random.nextInt(WORDS.size())))
            .append(random.nextInt(40) == 0 ? ", " : " ");
      }
      return said.toString();
    }
  }

  static List<Edit> edits() {
    return IntStream.range(0, 400).mapToObj(Edit::of).toList();
  }

  @ParameterizedTest
  @MethodSource("edits")
  void allWordsThatChangedAreQuoted(Edit edit) {
    QuotedWords quoted = QuotedWords.of(edit.passage(), "");
    assertThat(quoted.old()).contains(edit.olds());
    assertThat(quoted.young()).contains(edit.youngs());
    assertThat(quoted.related()).isTrue();
    assertThat(quoted.inMarks().length()).isLessThan(500);
  }

  @ParameterizedTest
  @MethodSource("edits")
  void aWordThatCameIsQuotedWithWordsBesideIt(Edit edit) {
    String without = edit.passage().old().replaceAll("old\\d+x\\d+ ", "");
    QuotedWords quoted = QuotedWords.of(new HunkText(without, edit.passage().old()), "");
    assertThat(quoted.young()).contains(edit.olds());
  }

  @Test
  void ofSentencesThatCameAndWentOnlyThoseAlikeBecameEachOther() {
    String filling = "People come from all over the county to sit in these rooms and talk. ";
    QuotedWords quoted =
        QuotedWords.of(
            new HunkText(
                filling.repeat(3) + "The garden has a pond with frogs. Lunch costs £5 a head.",
                filling.repeat(3) + "Lunch costs £8 a head. A bus stops at the gate of the house."),
            "");
    assertThat(quoted.inMarks())
        .doesNotContain("frogs.” became", "gate of the house.” became")
        .contains("£5", "£8");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'' | Bake sale on Friday at the school gate. | Our minibus has had a coat of paint.",
        "News | Bake sale on Friday at the school gate. | Our minibus has had a coat of paint.",
        "Get help | Ring us if you are worried. | If a child is in danger, call 999.",
        "Newyddion | Daeth y côr i ganu i ni. | Cafodd y bws mini got o baent newydd sbon.",
      })
  void whatHasNothingInCommonDidNotBecomeEachOther(String heading, String old, String young) {
    assertThat(QuotedWords.of(new HunkText(old, young), heading).inMarks())
        .isEqualTo("“%s” was taken out, “%s” was added", old, young);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'' | The service is free. | There is a charge of £20.",
        "'' | We sing in Leith on Mondays. | We sing in Perth on Mondays.",
        "'' | Chair: Ann Hill | Chair: Tom Roe",
        "Chair | Ann Hill | Tom Roe",
        "'' | Mae’r gwasanaeth am ddim. | Codir tâl o £20.",
      })
  void whatIsAlikeOrOfOneNameBecameTheOther(String heading, String old, String young) {
    assertThat(QuotedWords.of(new HunkText(old, young), heading).inMarks())
        .isEqualTo("“%s” became “%s”", old, young);
  }
}

package signpost.bench.noise;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import signpost.bench.noise.PageTrial.EditVerdict;
import signpost.bench.noise.PageTrial.QuietVisits;
import signpost.sample.noise.FaceNoise;
import signpost.sample.noise.MarkupNoise;
import signpost.sample.noise.NoiseKind;
import signpost.sample.noise.PassingNoise;
import signpost.sample.noise.TypeNoise;
import signpost.web.extract.MediaPageReader;
import signpost.web.extract.PublisherRules;

/** A small run of the bench: what holds of every kind but those that are known to be told. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NoiseTest {
  /** A random name may hold a word such as "ad", by which the reader takes the part for one. */
  private static final Set<MarkupNoise> UNRELIABLE =
      EnumSet.of(MarkupNoise.RANDOM_IDS, MarkupNoise.CLASS_HASHES);

  private final MediaPageReader reader = new MediaPageReader(PublisherRules.builtIn());
  private final NoiseRun run = new NoiseRun(new PageWatch(reader), PageMaker.made(4, 3), 8, 3);

  @AfterAll
  void close() {
    reader.close();
  }

  @Test
  void whatServersPutIntoMarkupIsNeverTold() {
    List<NoiseKind> kinds = new ArrayList<>(List.of(MarkupNoise.values()));
    kinds.removeAll(UNRELIABLE);
    assertThat(run.alone(kinds, 1)).allSatisfy((_, quiet) -> assertQuiet(quiet));
  }

  @Test
  void theSameWordsSetOtherwiseAreNeverTold() {
    assertThat(run.alone(List.of(TypeNoise.values()), 1))
        .allSatisfy((_, quiet) -> assertQuiet(quiet));
  }

  @Test
  void wordsThatSayWhatPassesAreNeverTold() {
    List<NoiseKind> kinds =
        List.of(
            PassingNoise.NEWS_TICKER,
            PassingNoise.UPDATED_AGO,
            PassingNoise.VIEWS,
            PassingNoise.READ_TIME,
            PassingNoise.QUOTE_OF_THE_DAY,
            PassingNoise.GREETING,
            PassingNoise.TODAY_IS,
            PassingNoise.VIEWING_NOW);
    assertThat(run.alone(kinds, 1)).allSatisfy((_, quiet) -> assertQuiet(quiet));
  }

  @Test
  void otherFacesOfAPageAreNeverTold() {
    assertThat(run.alone(List.of(FaceNoise.values()), 1))
        .allSatisfy((_, quiet) -> assertQuiet(quiet));
  }

  @Test
  void editsOfStillPagesAreToldAtTheSecondSighting() {
    List<PageEdit> edits =
        List.of(
            ContactEdit.HELPLINE_DIGIT,
            ContactEdit.MAIL,
            ContactEdit.TELEPHONE_TARGET,
            ContactEdit.CHILDLINE,
            ContactEdit.CRISIS_TEXT,
            WordEdit.NOT_INSERTED,
            WordEdit.LINK_RETARGETED,
            PageEnding.GOV_UK_WITHDRAWN,
            PageEnding.NO_LONGER_CURRENT,
            PageEnding.DISODLI,
            PageEnding.NID_YN_GYFREDOL);
    assertThat(run.written(run.still(4), edits))
        .hasSizeGreaterThan(25)
        .allSatisfy(it -> assertThat(it.verdict()).as("%s", it).isEqualTo(EditVerdict.RIGHT));
  }

  @Test
  void theSameSeedGivesTheSamePages() {
    assertThat(PageMaker.made(10, 7)).isEqualTo(PageMaker.made(10, 7));
    assertThat(PageMaker.made(10, 7)).isNotEqualTo(PageMaker.made(10, 8));
  }

  @Test
  void everyEditFindsAPlaceOnSomePage() {
    List<AuthoredPage> pages = PageMaker.made(10, 1);
    assertThat(PageEdits.ALL)
        .allSatisfy(edit -> assertThat(pages).anyMatch(page -> edit.make(page.copy())));
  }

  private static void assertQuiet(List<QuietVisits> quiet) {
    assertThat(quiet).allSatisfy(it -> assertThat(it.told()).isEmpty());
  }
}

package signpost.web.guide;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import signpost.catalogue.CatalogueReader;
import signpost.catalogue.Guide;
import signpost.catalogue.Placement;
import signpost.events.AddressQuestion;
import signpost.events.AddressQuestion.QuestionReason;
import signpost.events.Explanation;
import signpost.events.PlacementStatus;
import signpost.url.WebUrl;
import signpost.web.guide.ConfirmedAddress.LineName;

/** What a guide's file, its live page and its owners say of a line, and what is asked of it. */
class GuideReconciliationTest {
  private static final String FILE =
      """
      guide: {id: g, title: Support, url: 'https://council.test/support', owners: []}
      sections:
        - title: Talking
          resources:
            - {text: Listening line, url: 'https://listen.test/call', status: active}
            - {text: Chat room, status: unverified}
            - {text: Letters, url: 'https://letters.test/old', status: unverified}
        - title: Reading
          resources:
            - {text: Handbook, url: 'https://books.test/handbook.pdf', status: active}
            - {text: Course, url: 'https://learn.test/course', status: manual}
      """;
  private static final String PAGE =
      """
      <main><h1>Support</h1><h2>Talking</h2>
      <p><a href="http://listen.test/call">Listening line</a></p>
      <p><a href="https://chat.test/">Chat room (opens in new tab)</a></p>
      <p><a href="https://letters.test/new">Letters</a></p>
      <h2>Reading</h2>
      <p><a href="https://books.test/handbook-2.pdf">Handbook (PDF, 2 MB)</a></p>
      <p><a href="https://learn.test/course">Course</a></p>
      <p><a href="https://poems.test/">Poems</a></p></main>
      """;

  private final Guide file =
      CatalogueReader.read(Map.of("g.yaml", FILE)).catalogue().guides().getFirst();

  @Test
  void whatBothSayIsWatchedAndNotAsked() {
    assertThat(line("Listening line", PAGE).question()).isEmpty();
    assertThat(line("Listening line", PAGE).url()).contains(WebUrl.of("https://listen.test/call"));
  }

  @Test
  void anAddressTheFileLacksIsThePagesAndAsked() {
    Placement chat = line("Chat room", PAGE);
    assertThat(chat.url()).contains(WebUrl.of("https://chat.test/"));
    assertThat(chat.status()).isEqualTo(PlacementStatus.ACTIVE);
    assertThat(why(chat)).contains(QuestionReason.FOUND_ON_PAGE);
    assertThat(words(chat).reason())
        .isEqualTo(
            "The guide’s page leads “Chat room” to https://chat.test/; Signpost’s list has no"
                + " address for it.");
  }

  @Test
  void aGuessGivesWayToThePage() {
    Placement letters = line("Letters", PAGE);
    assertThat(letters.url()).contains(WebUrl.of("https://letters.test/new"));
    assertThat(why(letters)).contains(QuestionReason.FOUND_ON_PAGE);
  }

  @Test
  void aGuessThePageSharesIsNoGuess() {
    Placement letters = line("Letters", PAGE.replace("letters.test/new", "letters.test/old"));
    assertThat(letters.status()).isEqualTo(PlacementStatus.ACTIVE);
    assertThat(letters.question()).isEmpty();
  }

  @Test
  void whereTheyDifferThePageIsWatchedForReadersFollowIt() {
    Placement handbook = line("Handbook", PAGE);
    assertThat(handbook.url()).contains(WebUrl.of("https://books.test/handbook-2.pdf"));
    assertThat(why(handbook)).contains(QuestionReason.DIFFERS_ON_PAGE);
    assertThat(words(handbook).reason()).contains("Signpost’s list says https://books.test/hand");
  }

  @Test
  void aLinkOfThePageAloneIsWatchedUnderItsHeading() {
    Guide guide = together(PAGE);
    assertThat(guide.sections().get(1).placements())
        .extracting(Placement::text)
        .containsExactly("Handbook", "Course", "Poems");
    assertThat(why(line("Poems", PAGE))).contains(QuestionReason.ONLY_ON_PAGE);
  }

  @Test
  void aLinkOfTheFileAloneStaysAndIsAsked() {
    Placement line = line("Listening line", PAGE.replaceFirst("(?m)^<p>.*Listening.*$", ""));
    assertThat(line.status()).isEqualTo(PlacementStatus.ACTIVE);
    assertThat(why(line)).contains(QuestionReason.NOT_ON_PAGE);
  }

  @Test
  void whatOnlyAPersonCanCheckIsLeftAlone() {
    String elsewhere = PAGE.replace("learn.test/course", "learn.test/moved");
    assertThat(line("Course", elsewhere).status()).isEqualTo(PlacementStatus.MANUAL);
    assertThat(line("Course", elsewhere).question()).isEmpty();
    assertThat(texts(together(elsewhere))).doesNotHaveDuplicates();
  }

  @Test
  void aPageThatHardlyHasTheGuideSaysNothing() {
    String other =
        "<main><h1>Support</h1><p><a href='https://listen.test/call'>Call</a></p></main>";
    Guide guide = together(other);
    assertThat(texts(guide)).hasSize(5);
    assertThat(why(line("Handbook", other))).isEmpty();
    assertThat(why(line("Chat room", other))).contains(QuestionReason.UNKNOWN);
  }

  @Test
  void withoutAPageAGuessIsComparedWithWhatStandsThere() {
    assertThat(probable("Letters for comfort", Optional.empty()).reason())
        .endsWith("The page there is called “Letters for comfort”, which fits.");
    assertThat(probable("Page of cats", Optional.empty()).reason())
        .endsWith("The page there is called “Page of cats”, which does not look like it.");
    assertThat(probable("", Optional.of("The page is not there (404).")).reason())
        .endsWith("Nothing could be read there: The page is not there (404).");
  }

  @Test
  void aGuessThatWasNotVisitedYetIsNotAsked() {
    Guide guide = GuideReconciliation.of(file, Optional.empty(), List.of(), _ -> Optional.empty());
    assertThat(why(in(guide, "Letters"))).isEmpty();
    assertThat(why(in(guide, "Chat room"))).contains(QuestionReason.UNKNOWN);
  }

  @Test
  void whatAnOwnerSaidStandsAndIsNotAskedAgain() {
    Placement said =
        in(
            confirming(
                "Letters", "https://letters.test/mine", "https://letters.test/old UNVERIFIED"),
            "Letters");
    assertThat(said.url()).contains(WebUrl.of("https://letters.test/mine"));
    assertThat(said.status()).isEqualTo(PlacementStatus.ACTIVE);
    assertThat(said.question()).isEmpty();
  }

  @Test
  void whatAnOwnerSaidEndsWhenTheFileSaysSomethingNew() {
    Placement said =
        in(confirming("Letters", "https://letters.test/mine", " UNVERIFIED"), "Letters");
    assertThat(said.url()).contains(WebUrl.of("https://letters.test/new"));
  }

  @Test
  void whatAnOwnerSaidEndsWhenThePageSaysSomethingNew() {
    String newer = PAGE.replace("letters.test/new", "letters.test/newer");
    Placement said =
        in(
            confirming(
                "Letters",
                "https://letters.test/mine",
                "https://letters.test/old UNVERIFIED",
                newer),
            "Letters");
    assertThat(said.url()).contains(WebUrl.of("https://letters.test/newer"));
    assertThat(why(said)).contains(QuestionReason.FOUND_ON_PAGE);
  }

  @Test
  void wordsThatStandOftenAreNotTakenFromAnotherHeading() {
    String often =
        """
        guide: {id: g, title: T, url: 'https://council.test/t'}
        sections:
          - title: Housing
            resources:
              - {text: Visit website, url: 'https://homes.test/', status: active}
              - {text: Rents, url: 'https://rents.test/', status: active}
          - {title: Debt, resources: [{text: Visit website, url: 'https://debt.test/', status: active}]}
        """;
    String page =
        "<main><h1>T</h1><h2>Housing</h2><a href='https://rents.test/'>Rents</a><h2>Debt</h2>"
            + "<a href='https://debt.test/'>Visit website</a>"
            + "<a href='https://cash.test/'>Visit website</a></main>";
    Guide guide =
        GuideReconciliation.of(
            CatalogueReader.read(Map.of("g.yaml", often)).catalogue().guides().getFirst(),
            page(page),
            List.of(),
            _ -> Optional.empty());
    assertThat(in(guide, "Visit website").url()).contains(WebUrl.of("https://homes.test/"));
    assertThat(why(in(guide, "Visit website"))).contains(QuestionReason.NOT_ON_PAGE);
    assertThat(guide.sections().get(1).placements())
        .extracting(it -> it.url().orElseThrow().href())
        .containsExactly("https://debt.test/", "https://cash.test/");
  }

  @Test
  void pagesOfTheGuidesOwnSiteAndHeapsOfLinksAreNotTakenIn() {
    String own = PAGE.replace("</main>", "<a href='/contact'>Contact</a></main>");
    assertThat(texts(together(own))).doesNotContain("Contact");
    String heap =
        IntStream.range(0, 30)
            .mapToObj(n -> "<a href='https://more.test/" + n + "'>More " + n + "</a> ")
            .collect(Collectors.joining());
    assertThat(texts(together(PAGE.replace("</main>", heap + "</main>")))).hasSize(5);
  }

  @Test
  void aLinkIsThereOrGoneOnceTwoReadingsInARowSayIt() {
    ImportedGuide whole = page(PAGE).orElseThrow();
    ImportedGuide less = page(PAGE.replaceFirst("(?m)^<p>.*Listening.*$", "")).orElseThrow();
    ImportedGuide more =
        page(PAGE.replace("</main>", "<p><a href='https://m.test/'>M</a></p></main>"))
            .orElseThrow();
    assertThat(less.steadied(whole, whole).links()).isEqualTo(whole.links());
    assertThat(less.steadied(whole, less).links()).isEqualTo(whole.links() - 1);
    assertThat(more.steadied(whole, whole).links()).isEqualTo(whole.links());
    assertThat(more.steadied(whole, more)).isEqualTo(more);
  }

  @Test
  void aLinkOfThePageAloneThatWasConfirmedIsNotAskedAgain() {
    ConfirmedAddress said =
        new ConfirmedAddress(
            new LineName("Reading", "Poems", 1),
            WebUrl.of("https://poems.test/"),
            "",
            Optional.of(WebUrl.of("https://poems.test/")),
            Instant.EPOCH);
    Guide guide = GuideReconciliation.of(file, page(PAGE), List.of(said), _ -> Optional.empty());
    assertThat(in(guide, "Poems").question()).isEmpty();
  }

  @Test
  void linesOfTheSameWordsAreToldApartByTheirHeadings() {
    String twice =
        """
        guide: {id: g, title: T, url: 'https://council.test/t'}
        sections:
          - {title: Adults, resources: [{text: Find help, status: unverified}]}
          - {title: Children, resources: [{text: Find help, status: unverified}]}
        """;
    String page =
        "<main><h1>T</h1><h2>Children</h2><a href='https://young.test/'>Find help</a>"
            + "<h2>Adults</h2><a href='https://grown.test/'>Find help</a></main>";
    Guide guide =
        GuideReconciliation.of(
            CatalogueReader.read(Map.of("g.yaml", twice)).catalogue().guides().getFirst(),
            page(page),
            List.of(),
            _ -> Optional.empty());
    assertThat(guide.sections())
        .extracting(it -> it.placements().getFirst().url().orElseThrow().href())
        .containsExactly("https://grown.test/", "https://young.test/");
  }

  private Guide confirming(String text, String url, String fileSaid) {
    return confirming(text, url, fileSaid, PAGE);
  }

  private Guide confirming(String text, String url, String fileSaid, String html) {
    ConfirmedAddress said =
        new ConfirmedAddress(
            new LineName("Talking", text, 1),
            WebUrl.of(url),
            fileSaid,
            Optional.of(WebUrl.of("https://letters.test/new")),
            Instant.EPOCH);
    return GuideReconciliation.of(file, page(html), List.of(said), _ -> Optional.empty());
  }

  private Explanation probable(String title, Optional<String> trouble) {
    SeenAddress there = new SeenAddress(Optional.of(title).filter(it -> !it.isEmpty()), trouble);
    Guide guide =
        GuideReconciliation.of(file, Optional.empty(), List.of(), _ -> Optional.of(there));
    assertThat(why(in(guide, "Letters"))).contains(QuestionReason.PROBABLE);
    return words(in(guide, "Letters"));
  }

  private Placement line(String text, String html) {
    return in(together(html), text);
  }

  private Guide together(String html) {
    return GuideReconciliation.of(file, page(html), List.of(), _ -> Optional.empty());
  }

  private static Optional<ImportedGuide> page(String html) {
    return Optional.of(
        GuideImport.fromHtml(
            html.getBytes(UTF_8),
            Optional.of("text/html; charset=utf-8"),
            WebUrl.of("https://council.test/support")));
  }

  private static Placement in(Guide guide, String text) {
    return guide.sections().stream()
        .flatMap(it -> it.placements().stream())
        .filter(it -> it.text().equals(text))
        .findFirst()
        .orElseThrow();
  }

  private static List<String> texts(Guide guide) {
    return guide.sections().stream()
        .flatMap(it -> it.placements().stream())
        .map(Placement::text)
        .toList();
  }

  private static Optional<QuestionReason> why(Placement line) {
    return line.question().map(AddressQuestion::why);
  }

  private static Explanation words(Placement line) {
    return line.question().orElseThrow().explanation();
  }
}

package signpost.notifier.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import signpost.catalogue.Owner;
import signpost.events.Attempt;
import signpost.events.ChangeEvent.Hunk;
import signpost.events.ChangeEvent.HunkKind;
import signpost.events.ChangeEvent.Segment;
import signpost.events.ChangeEvent.SegmentKind;
import signpost.events.ChangeKind;
import signpost.events.Explanation;
import signpost.events.FindingEvent.FindingKind;
import signpost.events.FindingEvent.FindingState;
import signpost.events.PlacementRef;
import signpost.events.PlacementStatus;
import signpost.events.ResourceEvent.GuidePlacement;
import signpost.notifier.Given;
import signpost.notifier.finding.Finding;
import signpost.notifier.finding.FindingDetail;
import signpost.notifier.listing.GuideCheck;
import signpost.notifier.listing.HostOrigins;
import signpost.notifier.owner.MessageReaders;
import signpost.notifier.owner.MessageReaders.MessageReader;
import signpost.notifier.token.LinkTokens;

class LetterComposerTest {
  private static final Owner MARY =
      new Owner("mk", "Mary Kay", "mk@council.example", ZoneId.of("Europe/London"));
  private final LetterComposer composer =
      new LetterComposer(
          "https://signpost.example/",
          "council.example",
          new LinkTokens(new byte[32], () -> Given.NOON));

  private static Finding finding(
      String url, FindingKind kind, FindingState state, FindingDetail detail) {
    return finding(url, kind, state, detail, Given.because("The page <is> not there (404)."));
  }

  private static Finding finding(
      String url, FindingKind kind, FindingState state, FindingDetail detail, Explanation words) {
    return new Finding(
        "f1",
        url,
        HostOrigins.originOf(url),
        kind,
        state,
        true,
        false,
        "The page is not there.",
        words,
        Given.NOON,
        Given.NOON,
        Given.NOON,
        Optional.of(Given.NOON),
        1,
        List.of(),
        detail);
  }

  private static LetterEntry entry(String text, FindingKind kind, FindingState state) {
    FindingDetail detail =
        kind == FindingKind.CHANGED
            ? FindingDetail.revised(
                ChangeKind.CONTACT,
                7,
                List.of(
                    new Hunk(
                        HunkKind.CHANGED,
                        "Call us",
                        List.of(
                            new Segment(SegmentKind.EQUAL, "Call "),
                            new Segment(SegmentKind.DELETE, "0800 1"),
                            new Segment(SegmentKind.INSERT, "0800 2"))),
                    new Hunk(
                        HunkKind.MOVED,
                        "Call us",
                        List.of(new Segment(SegmentKind.EQUAL, "Calls are free.")))),
                Optional.of("New number"))
            : FindingDetail.tried(
                List.of(new Attempt(Given.NOON, "GET: 404 Not Found")), Optional.empty());
    return new LetterEntry(
        "snap",
        "Snap Guide",
        finding("https://gov.example/a?b=1&c=2", kind, state, detail),
        List.of(new PlacementRef("snap", "Toolkit – Scotland", text, 3)),
        false);
  }

  private static Letter letter(
      MessageKind kind, Optional<GuideCheck> check, LetterEntry... entries) {
    return letter(kind, check, true, entries);
  }

  private static Letter letter(
      MessageKind kind, Optional<GuideCheck> check, boolean signed, LetterEntry... entries) {
    return new Letter(
        "d1",
        kind,
        MARY,
        new MessageReader(MARY, MessageReaders.ReaderReason.OWNER),
        false,
        signed,
        List.of(entries),
        check,
        Optional.of("d0"),
        Given.NOON);
  }

  @Test
  void aMailSaysWhatWhereSinceWhenAndWhatToDo() {
    OutgoingMail mail =
        composer.mail(
            letter(
                MessageKind.IMMEDIATE,
                Optional.empty(),
                entry("The toolkit", FindingKind.BROKEN, FindingState.OPEN)));
    assertThat(mail.subject()).isEqualTo("“The toolkit” no longer works");
    assertThat(mail.messageId()).isEqualTo("<d1@council.example>");
    assertThat(mail.inReplyTo()).contains("<d0@council.example>");
    assertThat(mail.text())
        .contains(
            "Dear Mary Kay,",
            "Toolkit – Scotland",
            "5 January 2026 at 12:00",
            "404 Not Found",
            "Remove the link.",
            "https://signpost.example/resource?url=https%3A%2F%2Fgov.example");
  }

  @Test
  void letterThatOthersMayReadHoldsNoSignedLink() {
    LetterEntry[] told = {
      found("https://gov.example/1", FindingKind.BROKEN),
      found("https://gov.example/2", FindingKind.BROKEN),
      found("https://gov.example/3", FindingKind.BROKEN),
      entry("The toolkit", FindingKind.BROKEN, FindingState.OPEN)
    };
    OutgoingMail open = composer.mail(letter(MessageKind.IMMEDIATE, Optional.empty(), false, told));
    assertThat(composer.mail(letter(MessageKind.IMMEDIATE, Optional.empty(), told)).text())
        .contains("/answer?t=", "/replacements?t=", "/yours?t=", "/unsubscribe?t=");
    assertThat(open.text()).contains("The toolkit").doesNotContain("?t=");
    assertThat(open.html()).doesNotContain("?t=");
    assertThat(open.unsubscribe()).isEmpty();
  }

  @Test
  void openingCountsOfferedPagesAmongThoseItSpeaksOf() {
    OutgoingMail mail =
        composer.mail(
            letter(
                MessageKind.IMMEDIATE,
                Optional.empty(),
                found("https://gov.example/1", FindingKind.BROKEN),
                found("https://gov.example/2", FindingKind.BROKEN),
                found("https://gov.example/3", FindingKind.BROKEN),
                found("https://gov.example/old", FindingKind.GONE_IN_PLACE)));
    assertThat(mail.text().replaceAll("\\s+", " "))
        .contains("3 of them are pages of gov.example", "We found where 3 of them are now.");
  }

  /** A page that answers "not found", and was found elsewhere. */
  private static LetterEntry found(String url, FindingKind kind) {
    FindingDetail detail =
        new FindingDetail(
            List.of(),
            List.of(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.of("not-found"),
            Optional.empty(),
            Optional.of(Given.offers(url, url + "/now", Given.NOON).successor()));
    Finding finding = finding(url, kind, FindingState.OPEN, detail);
    return new LetterEntry("snap", "Snap Guide", finding, List.of(), false);
  }

  @Test
  void strangersWordsCannotBreakTheMarkupNorTheHeaders() {
    OutgoingMail mail =
        composer.mail(
            letter(
                MessageKind.IMMEDIATE,
                Optional.empty(),
                entry(
                    "<script>x</script>\r\nBcc: a@b \u202Egnp",
                    FindingKind.BROKEN,
                    FindingState.OPEN)));
    assertThat(mail.subject()).doesNotContain("\r", "\n", "\u202E");
    assertThat(mail.html()).doesNotContain("<script").contains("&lt;script&gt;");
    assertThat(mail.html()).doesNotContain("src=", "<img", "<link");
  }

  @Test
  void aSubjectSaysHowManyAndTheWorst() {
    OutgoingMail mail =
        composer.mail(
            letter(
                MessageKind.IMMEDIATE,
                Optional.empty(),
                entry("The leaflet", FindingKind.CHANGED, FindingState.OPEN),
                entry("The toolkit", FindingKind.BROKEN, FindingState.OPEN)));
    assertThat(mail.subject()).isEqualTo("2 things to do: “The toolkit” no longer works");
    assertThat(mail.text()).contains("[taken out: 0800 1]", "[put in: 0800 2]");
  }

  @ParameterizedTest
  @CsvSource({
    "IDENTITY, is now about something else",
    "CONTACT, has new contact details or hours",
    "DOCUMENT_REPLACED, is now another document",
    "SUBSTANTIVE, has changed",
  })
  void aSubjectSaysWhatKindOfChange(ChangeKind kind, String words) {
    FindingDetail detail = FindingDetail.revised(kind, 2, List.of(), Optional.empty());
    LetterEntry changed =
        new LetterEntry(
            "snap",
            "Snap Guide",
            finding("https://gov.example/Inc.", FindingKind.CHANGED, FindingState.OPEN, detail),
            List.of(new PlacementRef("snap", "Toolkit – Scotland", "The leaflet", 3)),
            false);
    OutgoingMail mail = composer.mail(letter(MessageKind.IMMEDIATE, Optional.empty(), changed));

    assertThat(mail.subject()).isEqualTo("“The leaflet” " + words);
    assertThat(mail.html()).contains("<a href=\"https://gov.example/Inc.\"");
  }

  @Test
  void aChangeLeadsToThePageOfItsRevision() {
    OutgoingMail mail =
        composer.mail(
            letter(
                MessageKind.IMMEDIATE,
                Optional.empty(),
                entry("The leaflet", FindingKind.CHANGED, FindingState.OPEN)));
    String page =
        "https://signpost.example/resource/revision?url=https%3A%2F%2Fgov.example%2Fa%3Fb%3D1%26c%3D2&n=7";
    assertThat(mail.text())
        .contains(
            "More: " + page, "  Moved, its words unchanged, under “Call us”: Calls are free.");
    assertThat(mail.html()).contains("href=\"" + page.replace("&", "&amp;") + "\"");
  }

  @Test
  void aDigestNamesFiftyAndCountsTheRest() {
    LetterEntry[] many = new LetterEntry[60];
    java.util.Arrays.setAll(many, i -> entry("Link " + i, FindingKind.BROKEN, FindingState.OPEN));
    OutgoingMail mail = composer.mail(letter(MessageKind.DIGEST, Optional.empty(), many));
    assertThat(mail.text().split("\\* Link", -1)).hasSize(51);
    assertThat(mail.text()).contains("And 10 more");
  }

  @Test
  void aFirstReportSaysHowEverythingIs() throws IOException {
    OutgoingMail mail = composer.mail(report());
    assertThat(mail.subject()).isEqualTo("First report on “Snap Guide”: 2 things to do");
    assertThat(mail.text())
        .contains("Working (1)", "Not checked (1)", "No address known (1)", "2 of the 3");
    Path samples = Files.createDirectories(Path.of("target", "mails"));
    Files.writeString(samples.resolve("first-report.html"), mail.html());
    Files.writeString(samples.resolve("first-report.txt"), mail.text());
  }

  @Test
  void aFirstReportNamesEachThingOnce() {
    String broken = "https://gov.example/a?b=1&c=2";
    GuideCheck check =
        check(
            line("The toolkit", Optional.of(broken), true),
            line("A leaflet", Optional.of("https://gov.example/leaflet"), true),
            new GuideCheck.CheckedPlacement(
                "Leaflets",
                placed("The same leaflet", "https://gov.example/leaflet", PlacementStatus.ACTIVE),
                Optional.of(Given.healthy("https://gov.example/leaflet"))));
    OutgoingMail mail =
        composer.mail(
            letter(
                MessageKind.FIRST_REPORT,
                Optional.of(check),
                entry("The toolkit", FindingKind.BROKEN, FindingState.OPEN)));

    assertThat(mail.text().split("The toolkit", -1)).hasSize(2);
    assertThat(mail.text())
        .contains("the 2 things it points to", "Working (1)", "A leaflet (Toolkits; Leaflets)")
        .doesNotContain("The same leaflet");
  }

  @Test
  void aFirstReportSaysWhatToDoAboutAnAddressNobodyHasConfirmed() {
    String address = "https://minds.example/resources/";
    GuideCheck check =
        check(
            new GuideCheck.CheckedPlacement(
                "Toolkits",
                placed("Resources", address, PlacementStatus.UNVERIFIED),
                Optional.empty()));
    OutgoingMail mail = composer.mail(letter(MessageKind.FIRST_REPORT, Optional.of(check)));

    assertThat(mail.text())
        .contains("Nobody has confirmed these addresses (1)", "Open each one.", address);
    assertThat(mail.html()).contains("<a href=\"" + address + "\"");
  }

  @Test
  void addressesAreLinksButNotThoseThatAPageNames() {
    Explanation words =
        new Explanation(
            "The page says: “Go to https://trap.example/pay now”",
            "Readers see https://trap.example/ too.",
            "Link to https://gov.example/new_(2026) instead. What it said may still be found at"
                + " https://web.archive.org/web/20260105/https://gov.example/a");
    Finding finding =
        finding(
            "https://gov.example/a",
            FindingKind.GONE_IN_PLACE,
            FindingState.OPEN,
            FindingDetail.NONE,
            words);
    OutgoingMail mail =
        composer.mail(
            letter(
                MessageKind.IMMEDIATE,
                Optional.empty(),
                new LetterEntry("snap", "Snap Guide", finding, List.of(), false)));

    assertThat(mail.html())
        .contains(
            "<a href=\"https://gov.example/a\"",
            "<a href=\"https://gov.example/new_(2026)\"",
            "<a href=\"https://web.archive.org/web/20260105/https://gov.example/a\"")
        .doesNotContain("<a href=\"https://trap.example")
        .contains("overflow-wrap:anywhere");
  }

  private static Letter report() {
    List<GuideCheck.CheckedPlacement> lines =
        List.of(
            line("The toolkit", Optional.of("https://gov.example/toolkit"), true),
            line("A leaflet", Optional.of("https://gov.example/leaflet"), false),
            line("Unknown", Optional.empty(), false));
    GuideCheck check = check(lines.toArray(GuideCheck.CheckedPlacement[]::new));
    return letter(
        MessageKind.FIRST_REPORT,
        Optional.of(check),
        entry("The leaflet", FindingKind.CHANGED, FindingState.OPEN),
        entry("The toolkit", FindingKind.BROKEN, FindingState.OPEN));
  }

  private static GuideCheck check(GuideCheck.CheckedPlacement... lines) {
    return new GuideCheck(
        Given.guide("https://gov.example/toolkit"), Instant.EPOCH, List.of(lines));
  }

  private static GuidePlacement placed(String text, String url, PlacementStatus status) {
    return new GuidePlacement(
        text, Optional.of(Given.url(url)), status, Optional.empty(), List.of());
  }

  private static GuideCheck.CheckedPlacement line(
      String text, Optional<String> url, boolean checked) {
    return new GuideCheck.CheckedPlacement(
        "Toolkits",
        new GuidePlacement(
            text, url.map(Given::url), PlacementStatus.ACTIVE, Optional.empty(), List.of()),
        checked ? url.map(Given::healthy) : Optional.empty());
  }
}

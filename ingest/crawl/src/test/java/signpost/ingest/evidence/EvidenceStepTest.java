package signpost.ingest.evidence;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import signpost.events.LinkHealth;
import signpost.events.RecordJson;
import signpost.evidence.KeptOut;
import signpost.evidence.Memento;
import signpost.ingest.EvidenceConfig;
import signpost.ingest.IngestConfig;
import signpost.ingest.frontier.SqlFrontier;
import signpost.ingest.frontier.TargetKind;
import signpost.ingest.frontier.TargetStore;
import signpost.ingest.frontier.WatchedUrl;
import signpost.ingest.store.Databases;
import signpost.kit.SmallDisk;
import signpost.kit.SteppedClock;
import signpost.record.FailingLoop;
import signpost.record.LoopPace;
import signpost.record.LoopPlan;
import signpost.record.Supervisor;
import signpost.record.store.Database;
import signpost.revision.compare.ComparablePage;
import signpost.revision.noise.RevisionState;
import signpost.url.CanonicalUrl;
import signpost.web.WrittenPage;
import signpost.web.fetch.FetchOutcome.Answered;
import signpost.web.fetch.Headers;
import signpost.web.fetch.ResponseBody;
import signpost.web.health.TargetState;

/** A page that was just visited, and a folder for what it said. */
final class EvidenceStepTest {
  private static final CanonicalUrl PAGE = new CanonicalUrl("https://help.example/rent");
  private static final CanonicalUrl LINK = new CanonicalUrl("https://help.example/link");
  private static final long LIMIT = 2 << 20;

  @TempDir Path folder;
  private final SteppedClock clock = new SteppedClock(Instant.parse("2026-03-02T09:30:00Z"));
  private final Supervisor supervisor = new Supervisor(clock, LoopPace.USUAL);
  private Database database;
  private Path evidence;

  @BeforeEach
  void start() throws IOException {
    Files.createDirectories(folder.resolve("data"));
    evidence = OpenEvidence.folder(folder.resolve("data"));
    database = Databases.sqlite(folder);
    database.write(handle -> {
      new SqlFrontier(database).watch(handle, List.of(watched(PAGE, true), watched(LINK, false)));
      for (CanonicalUrl url : List.of(PAGE, LINK)) {
        TargetStore.revised(handle, url, RecordJson.write(revised()));
        TargetStore.judged(handle, url, well(), clock.instant());
      }
      return 0;
    });
  }

  @AfterEach
  void stop() {
    supervisor.close();
    database.close();
  }

  @Test
  void pageThatIsPlacedIsKeptAndALinkOnItIsNot() throws IOException {
    OpenEvidence open = look(LIMIT, PAGE, "Ring us.");
    assertThat(open.mementos(PAGE)).extracting(Memento::status).containsExactly(200);
    assertThat(open.body(open.mementos(PAGE).getFirst())).asString(UTF_8).contains("Ring us.");
    open.close();

    OpenEvidence other = look(LIMIT, LINK, "Ring us.");
    assertThat(other.mementos(LINK)).isEmpty();
    other.close();
  }

  /** A file lies where the folder should be. */
  @Test
  void folderThatCannotBeMadeStopsNoVisitAndIsTriedAgain() throws IOException {
    Files.writeString(evidence, "in the way");
    OpenEvidence open = open(LIMIT);
    step(open, LIMIT).look(PAGE, answer(PAGE, "Ring us."), true);
    assertThat(supervisor.failing()).extracting(FailingLoop::name).containsExactly("evidence");

    Files.delete(evidence);
    clock.advance(Duration.ofMinutes(2));
    step(open, LIMIT).look(PAGE, answer(PAGE, "Ring us."), true);
    assertThat(open.mementos(PAGE)).hasSize(1);
    open.close();
  }

  @Test
  void damagedFolderIsToldWithWhatToDoAndNotWritten() throws IOException {
    look(LIMIT, PAGE, "Ring us.").close();
    Path chain = evidence.resolve("chain.txt");
    String damaged = Files.readString(chain).replaceFirst("[0-9a-f]{8}", "00000000");
    Files.writeString(chain, damaged);

    OpenEvidence open = look(LIMIT, PAGE, "We have closed.");
    assertThat(supervisor.failing())
        .singleElement()
        .satisfies(
            it -> assertThat(it.why()).contains("signpost evidence verify", "move the folder"));
    assertThat(chain).hasContent(damaged.strip());
    open.close();
  }

  @Test
  void reachedLimitIsToldWithWhatToDo() throws IOException {
    OpenEvidence open = look(10, PAGE, "Ring us.");
    assertThat(supervisor.failing())
        .singleElement()
        .satisfies(it -> assertThat(it.why()).contains("signpost.evidence.limit"));
    open.close();
  }

  @Test
  void fullDiskIsToldAndTheReadingMadeUpForWhenThereIsRoomAgain() throws IOException {
    Files.createDirectories(evidence);
    try (SmallDisk disk = SmallDisk.over(evidence)) {
      OpenEvidence open = open(LIMIT);
      open.open();
      Path filler = disk.fill();
      step(open, LIMIT).look(PAGE, answer(PAGE, "Ring us."), true);
      assertThat(supervisor.failing())
          .singleElement()
          .satisfies(it -> assertThat(it.why()).contains("the disk is full"));

      Files.delete(filler);
      step(open, LIMIT).look(PAGE, answer(PAGE, "Ring us."), true);
      assertThat(open.mementos(PAGE)).hasSize(1);
      open.close();
    }
  }

  @Test
  void pageThatAsksForItIsNotKeptAndThatIsSaid() throws IOException {
    OpenEvidence open = open(LIMIT);
    EvidenceStep step = step(open, LIMIT);
    step.look(PAGE, answer(PAGE, "<meta name=robots content=noarchive>"), true);

    assertThat(open.mementos(PAGE)).isEmpty();
    assertThat(step.unwanted(PAGE)).contains(KeptOut.NO_ARCHIVE);
    open.close();
  }

  private OpenEvidence look(long limit, CanonicalUrl url, String words) {
    OpenEvidence open = open(limit);
    step(open, limit).look(url, answer(url, words), true);
    return open;
  }

  private OpenEvidence open(long limit) {
    Duration any = Duration.ofSeconds(1);
    IngestConfig ingest =
        new IngestConfig(
            folder.resolve("data"), folder, 1, any, any, any, any, any, ZoneOffset.UTC, List.of());
    return new OpenEvidence(new EvidenceConfig(true, limit), ingest, clock);
  }

  private EvidenceStep step(OpenEvidence open, long limit) {
    LoopPlan plan = LoopPlan.of("evidence", "Keeping what pages said", Duration.ofSeconds(1));
    return new EvidenceStep(
        new EvidenceConfig(true, limit),
        open,
        database,
        supervisor.watch(plan.unneeded()),
        new SimpleMeterRegistry(),
        clock);
  }

  private WatchedUrl watched(CanonicalUrl url, boolean placed) {
    return new WatchedUrl(
        url, url.value(), TargetKind.RESOURCE, placed, Optional.empty(), 0, clock.instant());
  }

  private static RevisionState revised() {
    return RevisionState.first(
        ComparablePage.of(WrittenPage.saying("Ring us.", "All is well.").titled("Help").page()));
  }

  private static TargetState well() {
    return new TargetState(
        new LinkHealth.Ok(),
        List.of(),
        false,
        0,
        Optional.empty(),
        Optional.empty(),
        List.of(),
        Optional.empty(),
        Optional.empty());
  }

  private static Answered answer(CanonicalUrl url, String words) {
    return new Answered(
        url.url(),
        url.url(),
        200,
        List.of(),
        new Headers(Map.of("content-type", List.of("text/html"))),
        ResponseBody.of(("<h1>Help</h1><p>" + words).getBytes(UTF_8)),
        Duration.ZERO);
  }
}

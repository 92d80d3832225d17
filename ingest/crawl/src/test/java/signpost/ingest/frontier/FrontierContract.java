package signpost.ingest.frontier;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import signpost.events.FailureClass;
import signpost.events.LinkHealth;
import signpost.events.RecordJson;
import signpost.ingest.frontier.Frontier.HostAfter;
import signpost.kit.LogLines;
import signpost.record.meter.Figure;
import signpost.record.meter.SignpostMeter;
import signpost.record.store.Database;
import signpost.url.AddressLength;
import signpost.url.CanonicalUrl;
import signpost.web.politeness.HostPace;

/** What every frontier promises. */
abstract class FrontierContract {
  private static final Instant DAY = Instant.parse("2026-01-05T00:00:00Z");
  private static final Instant WALL = Instant.parse("2026-06-01T00:00:00Z");
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private Database database;
  private Frontier frontier;

  abstract Database database();

  @BeforeEach
  void open() {
    database = database();
    frontier = new SqlFrontier(database);
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void aNewTargetIsDueWhenItSaysAndNotBefore() {
    watch("https://a.example/1", DAY);

    assertThat(lease(DAY.minusMillis(1))).isEmpty();
    assertThat(lease(DAY)).extracting(Lease::url).containsExactly(url("https://a.example/1"));
  }

  @Test
  void oneHostIsVisitedByOneWorkerAtATime() {
    watch("https://a.example/1", DAY);
    watch("https://a.example/2", DAY);
    watch("https://b.example/1", DAY);

    assertThat(lease(DAY))
        .extracting(Lease::host)
        .containsExactlyInAnyOrder("https://a.example", "https://b.example");
    assertThat(lease(DAY)).isEmpty();
  }

  @Test
  void aHostIsNotDueBecauseAKnownTargetIsSeenAgain() {
    watch("https://a.example/1", DAY);
    complete(lease(DAY).getFirst(), DAY.plusSeconds(3600), WALL);

    watch("https://a.example/1", DAY);

    assertThat(lease(DAY)).isEmpty();
    assertThat(frontier.leasedCount(WALL)).isZero();
    assertThat(frontier.nextDueAt()).contains(DAY.plusSeconds(3600));
  }

  @Test
  void anExpiredLeaseReturnsByItself() {
    watch("https://a.example/1", DAY);
    lease(DAY);

    assertThat(frontier.lease(10, DAY, WALL.plus(MINUTE).minusMillis(1), MINUTE)).isEmpty();
    assertThat(frontier.lease(10, DAY, WALL.plus(MINUTE), MINUTE)).hasSize(1);
  }

  @Test
  void anAnswerAfterTheLeaseWentToSomebodyElseCountsForNothing() {
    watch("https://a.example/1", DAY);
    Lease late = lease(DAY).getFirst();
    Lease mine = frontier.lease(1, DAY, WALL.plus(MINUTE), MINUTE).getFirst();

    assertThat(complete(late, DAY.plusSeconds(99), WALL)).isFalse();
    assertThat(complete(mine, DAY.plusSeconds(60), WALL)).isTrue();
    assertThat(complete(mine, DAY.plusSeconds(60), WALL)).isFalse();
    assertThat(frontier.nextDueAt()).contains(DAY.plusSeconds(60));
  }

  @Test
  void aHostRestsUntilItMayBeAskedAgain() {
    watch("https://a.example/1", DAY);
    watch("https://a.example/2", DAY);
    complete(lease(DAY).getFirst(), DAY.plusSeconds(3600), WALL.plusSeconds(1));

    assertThat(frontier.anyReady(DAY, WALL)).isFalse();
    assertThat(frontier.lease(10, DAY, WALL, MINUTE)).isEmpty();
    assertThat(frontier.anyReady(DAY, WALL.plusSeconds(1))).isTrue();
    assertThat(frontier.lease(10, DAY, WALL.plusSeconds(1), MINUTE)).hasSize(1);
  }

  @Test
  void aPausedHostIsLeftAloneAndItsTargetsAreNotCountedAsDue() {
    watch("https://a.example/1", DAY);

    assertThat(frontier.pause("https://a.example", Optional.empty()))
        .hasValueSatisfying(before -> assertThat(before.words()).isEqualTo("not paused"));
    assertThat(frontier.pause("https://nowhere.example", Optional.empty())).isEmpty();
    assertThat(lease(DAY)).isEmpty();
    assertThat(frontier.dueCount(DAY)).isZero();
    assertThat(frontier.nextDueAt()).isEmpty();
    assertThat(frontier.hosts(DAY, 10))
        .singleElement()
        .satisfies(host -> assertThat(host.paused()).isTrue())
        .satisfies(host -> assertThat(host.pausedUntil()).isEmpty());

    assertThat(frontier.resume("https://a.example"))
        .hasValueSatisfying(before -> assertThat(before.words()).isEqualTo("until resumed"));
    assertThat(frontier.resume("https://nowhere.example")).isEmpty();
    assertThat(frontier.dueCount(DAY)).isOne();
    assertThat(lease(DAY)).hasSize(1);
  }

  @Test
  void aPauseEndsByItselfWhenItsTimeIsOver() {
    watch("https://a.example/1", DAY);
    Instant monday = DAY.plus(Duration.ofDays(3));
    frontier.pause("https://a.example", Optional.of(monday));

    Instant before = monday.minusMillis(1);
    assertThat(lease(before)).isEmpty();
    assertThat(frontier.anyReady(before, WALL)).isFalse();
    assertThat(frontier.dueCount(before)).isZero();
    assertThat(frontier.nextDueAt()).contains(monday);
    assertThat(frontier.hosts(before, 10).getFirst().pausedUntil()).contains(monday);

    assertThat(frontier.hosts(monday, 10).getFirst().paused()).isFalse();
    assertThat(frontier.anyReady(monday, WALL)).isTrue();
    assertThat(frontier.dueCount(monday)).isOne();
    assertThat(lease(monday)).hasSize(1);
  }

  @Test
  void everythingOnAHostIsMadeDueAndNothingElseIs() {
    watch("https://a.example/1", DAY.plusSeconds(60));
    watch("https://a.example/2", DAY.minusSeconds(60));
    watch("https://b.example/1", DAY.plusSeconds(60));

    assertThat(frontier.runHostNow("https://a.example", DAY)).isEqualTo(2);
    assertThat(frontier.runHostNow("https://nowhere.example", DAY)).isZero();
    assertThat(frontier.dueCount(DAY)).isEqualTo(2);
    assertThat(lease(DAY)).as("still one at a time").hasSize(1);
  }

  @Test
  void aTargetThatIsPutOffHoldsUpNoOtherOfItsHost() {
    watch("https://a.example/1", DAY.minusSeconds(1));
    watch("https://a.example/2", DAY);
    Lease poison = lease(DAY).getFirst();
    frontier.putOff(poison, DAY.plusSeconds(60), WALL.plusSeconds(5));

    assertThat(lease(DAY)).isEmpty();
    assertThat(frontier.lease(10, DAY, WALL.plusSeconds(5), MINUTE))
        .extracting(Lease::url)
        .containsExactly(url("https://a.example/2"));
    assertThat(frontier.nextDueAt()).contains(DAY);
  }

  @Test
  void aLeaseThatRanOutPutsNothingOff() {
    watch("https://a.example/1", DAY);
    Lease late = lease(DAY).getFirst();
    Lease mine = frontier.lease(1, DAY, WALL.plus(MINUTE), MINUTE).getFirst();
    frontier.putOff(late, DAY.plusSeconds(60), WALL);

    assertThat(complete(mine, DAY.plusSeconds(90), WALL)).isTrue();
    assertThat(frontier.nextDueAt()).contains(DAY.plusSeconds(90));
  }

  @Test
  void aKnownTargetKeepsItsDueTimeAndBeingPlacedWins() {
    placed("https://a.example/1", DAY);
    complete(lease(DAY).getFirst(), DAY.plusSeconds(3600), WALL);
    watch("https://a.example/1", DAY);
    placed("https://a.example/1", DAY);

    assertThat(frontier.due(DAY.plusSeconds(3600), 10))
        .extracting(DueLine::kind)
        .containsExactly(TargetKind.RESOURCE.name());
    assertThat(frontier.dueCount(DAY)).isZero();
  }

  /** As of a link it is visited once in weeks, and its health is told to nobody. */
  @Test
  void aKnownLinkThatAGuidePlacesIsDueAtOnceAndNotLaterThanItWas() {
    watch("https://a.example/1", DAY);
    watch("https://b.example/1", DAY);
    lease(DAY).forEach(lease -> complete(lease, DAY.plusSeconds(3600), WALL));
    placed("https://a.example/1", DAY.plusSeconds(60));
    placed("https://b.example/1", DAY.plusSeconds(7200));

    assertThat(lease(DAY.plusSeconds(59))).isEmpty();
    assertThat(lease(DAY.plusSeconds(60)))
        .extracting(Lease::url)
        .containsExactly(url("https://a.example/1"));
    assertThat(lease(DAY.plusSeconds(3600)))
        .extracting(Lease::url)
        .containsExactly(url("https://b.example/1"));
  }

  @ParameterizedTest
  @EnumSource(names = {"GUIDE", "RESOURCE", "SOURCE_PAGE"})
  void aLinkThatBecomesMoreIsAskedForInFull(TargetKind kind) {
    watch("https://a.example/1", DAY);
    read("https://a.example/1");
    watch("https://a.example/1", DAY);
    assertThat(lease(DAY)).flatExtracting(lease -> lease.etag().stream().toList()).hasSize(1);

    put(of("https://a.example/1", kind, Optional.of("s")));

    Lease again = frontier.lease(1, DAY, WALL.plus(MINUTE), MINUTE).getFirst();
    assertThat(again.kind()).isEqualTo(kind);
    assertThat(again.etag()).isEmpty();
    assertThat(again.lastModified()).isEmpty();
  }

  @Test
  void aTargetThatIsSomethingElseFromNowOnIsAskedForInFull() {
    put(of("https://a.example/1", TargetKind.RESOURCE, Optional.of("old")));
    read("https://a.example/1");
    database.write(handle -> {
      frontier.demote(
          handle, of("https://a.example/1", TargetKind.SOURCE_PAGE, Optional.of("new")));
      return true;
    });

    assertThat(frontier.pagesOf("old")).isZero();
    assertThat(frontier.pagesOf("new")).isOne();
    assertThat(lease(DAY)).flatExtracting(lease -> lease.etag().stream().toList()).isEmpty();
  }

  @Test
  void whatIsAskedForNowIsDueNow() {
    watch("https://a.example/1", DAY.plusSeconds(3600));

    assertThat(frontier.runNow(url("https://a.example/1"), DAY)).isTrue();
    assertThat(frontier.runNow(url("https://a.example/unknown"), DAY)).isFalse();
    assertThat(lease(DAY)).hasSize(1);
  }

  @Test
  void aScheduleBringsForwardWhatWasNotVisitedLately() {
    watch("https://a.example/1", DAY.plusSeconds(7200));
    watch("https://b.example/1", DAY.plusSeconds(7200));
    database.write(handle ->
        handle.execute(
            "UPDATE target SET visited_at = ? WHERE host = 'https://b.example'",
            DAY.minusSeconds(60).toEpochMilli()));
    database.write(handle -> {
      frontier.bringForward(
          handle, List.of(url("https://a.example/1"), url("https://b.example/1")), DAY);
      return true;
    });

    assertThat(lease(DAY)).extracting(Lease::host).containsExactly("https://a.example");
    assertThat(frontier.runNow(url("https://b.example/1"), DAY)).isTrue();
    assertThat(lease(DAY)).extracting(Lease::host).containsExactly("https://b.example");
  }

  @Test
  void aTargetThatIsPlacedNoLongerIsStillLeased() {
    watch("https://a.example/1", DAY);
    database.write(handle -> {
      frontier.unplace(handle, url("https://a.example/1"));
      return true;
    });

    assertThat(lease(DAY)).hasSize(1);
  }

  @Test
  void aForgottenTargetIsNotLeased() {
    watch("https://a.example/1", DAY);
    boolean gone =
        database.write(handle -> frontier.forgetUnlessReferred(handle, url("https://a.example/1")));

    assertThat(gone).isTrue();
    assertThat(lease(DAY)).isEmpty();
    assertThat(frontier.nextDueAt()).isEmpty();
  }

  @Test
  void aHostAskedAmidAnotherVisitPausesOnce() {
    watch("https://a.example/1", DAY);
    var slow = new HostPace(Duration.ofSeconds(5), 1, WALL, 0, 2, Optional.empty());
    Lease lease = lease(DAY).getFirst();
    database.write(handle ->
        frontier.complete(
            handle,
            lease,
            DAY,
            new HostAfter(WALL, Optional.of(RecordJson.write(slow)), "200", DAY)));

    rest("https://a.example", WALL);
    rest("https://a.example", WALL.minusSeconds(1));

    assertThat(knownPace("https://a.example")).isEqualTo(slow.notBefore(WALL.plusSeconds(5)));
    assertThat(lease(DAY)).isEmpty();
    assertThat(frontier.lease(10, DAY, WALL.plusSeconds(5), MINUTE)).hasSize(1);
  }

  @Test
  void ofAHostThatIsNotWatchedNothingIsRemembered() {
    rest("https://a.example", WALL);

    assertThat(knownPace("https://a.example")).isEqualTo(HostPace.fresh(WALL));
    assertThat(frontier.nextDueAt()).isEmpty();
  }

  @Test
  void aPausedHostIsLeftAloneByPagesToo() {
    watch("https://a.example/1", DAY);
    frontier.pause("https://a.example", Optional.of(DAY.plusSeconds(60)));
    assertThat(knownPace("https://a.example").leftAloneAt(WALL)).isTrue();

    frontier.resume("https://a.example");
    assertThat(knownPace("https://a.example").leftAloneAt(WALL)).isFalse();
  }

  @Test
  void rowThatCannotBeReadIsPutFarOffAndAllOthersAreLeased() {
    watch("https://a.example/1", DAY.minusSeconds(1));
    watch("https://a.example/2", DAY);
    watch("https://b.example/1", DAY);
    watch("https://c.example/1", DAY);
    database.write(handle ->
        handle.execute("UPDATE target SET kind = 'OF_LATER' WHERE url = 'https://a.example/1'")
            + handle.execute("UPDATE target SET url = 'odd' WHERE host = 'https://b.example'"));

    try (LogLines log = new LogLines(LeasedHost.class)) {
      assertThat(lease(DAY))
          .extracting(Lease::url)
          .containsExactlyInAnyOrder(url("https://a.example/2"), url("https://c.example/1"));
      assertThat(lease(DAY)).isEmpty();
      assertThat(log.lines()).hasSize(2);
    }
    assertThat(frontier.anyReady(DAY.plus(Duration.ofDays(1)), WALL))
        .as("no lease holds")
        .isFalse();
    assertThat(frontier.dueCount(DAY)).isEqualTo(2);
  }

  @Test
  void longestAddressesAreWatchedAndLongerOnesAreLeftOutOfWhatIsWatchedWithThem() {
    String longest = "https://a.example/" + odd(AddressLength.MOST - 18);
    watch("https://b.example/1", DAY);
    boolean _ =
        database.write(handle -> {
          frontier.watch(
              handle, List.of(link(longest + "x"), link(longest), link("https://c.example/1")));
          return true;
        });
    assertThat(lease(DAY))
        .extracting(it -> it.url().value())
        .containsExactlyInAnyOrder(longest, "https://b.example/1", "https://c.example/1");
  }

  private static WatchedUrl link(String value) {
    return of(value, TargetKind.OUTLINK, Optional.empty());
  }

  @Test
  void linkThatIsTooLongTogetherWithItsPageIsLeftOutAndTheOthersAreKept() {
    CanonicalUrl page = url("https://a.example/" + odd(1_200));
    List<CanonicalUrl> links =
        List.of(
            url("https://b.example/" + odd(1_800)),
            url("https://b.example/" + odd(1_240)),
            url("https://b.example/"));
    boolean _ =
        database.write(handle -> {
          TargetStore.refers(
              handle, page, links.stream().map(FrontierContract::reference).toList());
          return true;
        });
    assertThat(links)
        .filteredOn(link -> !database.read(handle -> TargetStore.referrers(handle, link)).isEmpty())
        .containsExactly(links.get(1), links.get(2));
  }

  private static TargetStore.TargetReference reference(CanonicalUrl target) {
    return new TargetStore.TargetReference(target, "", "", Set.of());
  }

  /** What compresses well fits into an index, however long it is. */
  private static String odd(int length) {
    Random random = new Random(length);
    return random
        .ints(length, 0, 36)
        .mapToObj(it -> Integer.toString(it, 36))
        .collect(Collectors.joining());
  }

  @Test
  void oneBadItemInABatchHarmsNoOther() {
    var bad = database.writing(handle -> handle.execute("INSERT INTO no_such_table VALUES (1)"));
    watch("https://a.example/1", DAY);

    assertThat(bad).isCompletedExceptionally();
    assertThat(lease(DAY)).hasSize(1);
  }

  @Test
  void manyHostsAreLeasedAtOnceTheLongestDueFirst() {
    for (int host = 0; host < 40; host++) {
      watch("https://h%d.example/1".formatted(host), DAY.minusSeconds(host));
      watch("https://h%d.example/2".formatted(host), DAY);
    }

    List<Lease> leases = frontier.lease(30, DAY, WALL, MINUTE);

    assertThat(leases).extracting(Lease::host).hasSize(30).doesNotHaveDuplicates();
    assertThat(leases.getFirst().url()).isEqualTo(url("https://h39.example/1"));
    assertThat(leases.getLast().url()).isEqualTo(url("https://h10.example/1"));
    assertThat(frontier.leasedCount(WALL)).isEqualTo(30);
  }

  @Test
  void aBatchWithALostLeaseCompletesTheOthers() {
    watch("https://a.example/1", DAY);
    watch("https://b.example/1", DAY);
    List<Lease> first = lease(DAY);
    Lease lost = first.getFirst();
    frontier.putOff(lost, DAY, WALL);
    Lease again = lease(DAY).getFirst();

    List<CompletableFuture<Boolean>> batch =
        first.stream().map(lease -> completing(lease, DAY.plusSeconds(60))).toList();

    assertThat(batch.getFirst().join()).isFalse();
    assertThat(batch.getLast().join()).isTrue();
    assertThat(again.url()).isEqualTo(lost.url());
    assertThat(frontier.nextDueAt()).contains(DAY);
    assertThat(completing(again, DAY.plusSeconds(90)).join()).isTrue();
    assertThat(frontier.nextDueAt()).contains(DAY.plusSeconds(60));
  }

  @Test
  void whatFailsBeforeItsCompletionLeavesNothingAndIsVisitedAgain() {
    watch("https://a.example/1", DAY);
    watch("https://b.example/1", DAY);
    List<Lease> leases = lease(DAY);
    CompletableFuture<Boolean> dies =
        database.writing(handle -> {
          completeIn(handle, leases.getFirst(), DAY.plusSeconds(60), WALL);
          throw new IllegalStateException("the process would die here");
        });
    CompletableFuture<Boolean> lives = completing(leases.getLast(), DAY.plusSeconds(60));

    assertThat(dies).failsWithin(MINUTE);
    assertThat(lives.join()).isTrue();
    assertThat(frontier.lease(10, DAY, WALL.plus(MINUTE), MINUTE))
        .extracting(Lease::url)
        .containsExactly(leases.getFirst().url());
  }

  @Test
  void figuresCountWhatIsDueLateLeasedSuspectAndResting() {
    watch("https://a.example/late", DAY.minus(Duration.ofDays(2)));
    watch("https://b.example/suspect", DAY);
    watch("https://c.example/paused", DAY);
    watch("https://d.example/done", DAY);
    watch("https://e.example/later", DAY.plusSeconds(1));
    Lease done = frontier.lease(1, DAY, WALL, MINUTE).getFirst();
    complete(done, DAY.plusSeconds(9), WALL.plus(Duration.ofHours(1)));
    frontier.pause("https://c.example", Optional.empty());
    database.write(handle ->
        handle.execute(
            "UPDATE target SET health = ? WHERE url LIKE '%suspect'",
            RecordJson.write(new LinkHealth.Suspect(FailureClass.TIMED_OUT, DAY))));

    assertThat(done.url()).isEqualTo(url("https://a.example/late"));
    assertThat(figures())
        .containsEntry(SignpostMeter.TARGETS, 5.0)
        .containsEntry(SignpostMeter.TARGETS_DUE, 2.0)
        .containsEntry(SignpostMeter.TARGETS_LATE, 0.0)
        .containsEntry(SignpostMeter.TARGETS_SUSPECT, 1.0)
        .containsEntry(SignpostMeter.HOSTS_READY, 2.0)
        .containsEntry(SignpostMeter.HOSTS_PAUSED, 1.0)
        .containsEntry(SignpostMeter.HOSTS_RESTING, 1.0)
        .containsEntry(SignpostMeter.VISIT_AGE, 0.0);
    watch("https://f.example/late", DAY.minus(Duration.ofDays(2)));
    assertThat(lease(DAY)).hasSize(3);
    assertThat(figures())
        .containsEntry(SignpostMeter.TARGETS_LATE, 1.0)
        .containsEntry(SignpostMeter.TARGETS_LEASED, 3.0)
        .containsEntry(SignpostMeter.HOSTS_READY, 0.0);
  }

  @Test
  void anEmptyFrontierHasFiguresButNoLastVisit() {
    assertThat(figures())
        .containsEntry(SignpostMeter.TARGETS, 0.0)
        .containsEntry(SignpostMeter.HOSTS_READY, 0.0)
        .containsEntry(SignpostMeter.HOSTS_READY_AGE, 0.0)
        .doesNotContainKey(SignpostMeter.VISIT_AGE);
  }

  private Map<SignpostMeter, Double> figures() {
    return new FrontierFigures(database, () -> DAY, () -> WALL)
        .figures().stream().collect(Collectors.toMap(Figure::meter, Figure::value));
  }

  private void rest(String host, Instant wall) {
    database.write(handle -> {
      HostMemory.rest(handle, host, wall);
      return true;
    });
  }

  private HostPace knownPace(String host) {
    return database.read(handle -> HostMemory.pace(handle, host, DAY, WALL));
  }

  private List<Lease> lease(Instant clock) {
    return frontier.lease(10, clock, WALL, MINUTE);
  }

  private boolean complete(Lease lease, Instant due, Instant allowed) {
    return database.write(handle -> completeIn(handle, lease, due, allowed));
  }

  private CompletableFuture<Boolean> completing(Lease lease, Instant due) {
    return database.writing(handle -> completeIn(handle, lease, due, WALL));
  }

  private boolean completeIn(Handle handle, Lease lease, Instant due, Instant allowed) {
    HostAfter after = new HostAfter(allowed, Optional.empty(), "200", DAY);
    return frontier.complete(handle, lease, due, after);
  }

  private void watch(String url, Instant due) {
    put(new WatchedUrl(url(url), url, TargetKind.OUTLINK, false, Optional.empty(), 0, due));
  }

  private void placed(String url, Instant due) {
    put(new WatchedUrl(url(url), url, TargetKind.RESOURCE, true, Optional.empty(), 0, due));
  }

  private static WatchedUrl of(String url, TargetKind kind, Optional<String> source) {
    return new WatchedUrl(url(url), url, kind, false, source, 0, DAY);
  }

  /** As if it had been read. */
  private void read(String url) {
    database.write(handle ->
        handle.execute("UPDATE target SET etag = 'e', last_modified = 'm' WHERE url = ?", url));
  }

  private void put(WatchedUrl target) {
    database.write(handle -> {
      frontier.watch(handle, List.of(target));
      return true;
    });
  }

  private static CanonicalUrl url(String text) {
    return CanonicalUrl.parse(text).orElseThrow();
  }
}

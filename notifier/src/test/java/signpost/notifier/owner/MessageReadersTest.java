package signpost.notifier.owner;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import signpost.catalogue.AbsenceDays;
import signpost.catalogue.Owner;
import signpost.catalogue.Preferences;
import signpost.notifier.owner.MessageReaders.MessageReader;
import signpost.notifier.owner.MessageReaders.ReaderReason;

class MessageReadersTest {
  private static final ZoneId LONDON = ZoneId.of("Europe/London");
  private static final Owner OPS = new Owner(Owners.OPS, "", "ops@c.example", LONDON);
  private static final Instant MIDNIGHT = Instant.parse("2026-06-30T23:00:00Z");

  private static Owner person(String id, String deputy, AbsenceDays... away) {
    return new Owner(
        id,
        id,
        id + "@c.example",
        LONDON,
        List.of(),
        Optional.of(deputy).filter(it -> !it.isEmpty()),
        List.of(away),
        List.of(),
        Preferences.USUAL);
  }

  private static Owner team(String id, String... members) {
    return new Owner(
        id,
        id,
        "",
        LONDON,
        List.of(members),
        Optional.empty(),
        List.of(),
        List.of(),
        Preferences.USUAL);
  }

  private static List<MessageReader> of(Instant now, Owner owner, Owner... others) {
    Map<String, Owner> known =
        Arrays.stream(others).collect(Collectors.toMap(Owner::id, Function.identity()));
    return MessageReaders.of(owner, OPS, now, id -> known.getOrDefault(id, OPS));
  }

  private static List<String> ids(List<MessageReader> readers) {
    return readers.stream().map(reader -> reader.owner().id()).toList();
  }

  @Test
  void daysAwayAreDaysOfTheOwnersOwnCalendar() {
    AbsenceDays july = AbsenceDays.parse("2026-07-01/2026-07-14").orElseThrow();
    Owner mk = person("mk", "jd", july);
    assertThat(ids(of(MIDNIGHT, mk, person("jd", "")))).containsExactly("jd");
    assertThat(ids(of(MIDNIGHT.minusSeconds(1), mk, person("jd", "")))).containsExactly("mk");
    assertThat(ids(of(Instant.parse("2026-07-14T22:59:59Z"), mk, person("jd", ""))))
        .containsExactly("jd");
  }

  @Test
  void deputiesWhoStandInForEachOtherLeaveItToOps() {
    AbsenceDays always = AbsenceDays.parse("2026-01-01/2026-12-31").orElseThrow();
    List<MessageReader> readers =
        of(MIDNIGHT, person("mk", "jd", always), person("jd", "mk", always), person("mk", "jd"));
    assertThat(readers).containsExactly(new MessageReader(OPS, ReaderReason.NOBODY_ELSE));
  }

  @Test
  void whoIsAwayWithoutADeputyReadsItAllTheSame() {
    AbsenceDays always = AbsenceDays.parse("2026-01-01/2026-12-31").orElseThrow();
    assertThat(ids(of(MIDNIGHT, person("mk", "", always)))).containsExactly("mk");
  }

  @Test
  void aTeamOfTeamsReachesEveryPersonOnceAndATeamOfNobodyOps() {
    Owner all = team("all", "one", "two", "all");
    assertThat(
            ids(
                of(
                    MIDNIGHT,
                    all,
                    all,
                    team("one", "a", "b"),
                    team("two", "b"),
                    person("a", ""),
                    person("b", ""))))
        .containsExactly("a", "b");
    assertThat(of(MIDNIGHT, team("none")))
        .containsExactly(new MessageReader(OPS, ReaderReason.NOBODY_ELSE));
  }

  @Test
  void whatASubscriberAskedForIsReadByNobodyElse() {
    Owner subscriber =
        new Owner(OwnerDirectory.subscriberId("0"), "", "ann@x.example", LONDON)
            .with(Preferences.USUAL.withMail(false), List.of());
    assertThat(of(MIDNIGHT, subscriber)).isEmpty();
  }
}

package signpost.notifier.desk;

import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import signpost.catalogue.Owner;
import signpost.events.FindingEvent.FindingKind;
import signpost.notifier.answer.AnswerForm;
import signpost.notifier.answer.AnswerIntake;
import signpost.notifier.answer.AnswerIntake.AnswerOutcome;
import signpost.notifier.answer.AnswerLog;
import signpost.notifier.answer.OwnerAnswer;
import signpost.notifier.answer.OwnerVerdict;
import signpost.notifier.desk.DeskReply.AnsweredFinding;
import signpost.notifier.finding.Finding;
import signpost.notifier.finding.FindingStore;
import signpost.notifier.listing.Watchlist;
import signpost.notifier.message.AnswerMatter;
import signpost.notifier.owner.OwnerDirectory;
import signpost.notifier.token.TokenPurpose;
import signpost.notifier.token.TokenReading;

/** What a link in a mail leads to: one finding of one guide, and the answer to it. */
@Singleton
public final class AnswerSheet {
  private final AnswerDesk desk;
  private final AnswerIntake answering;
  private final Watchlist watchlist;
  private final InstantSource clock;

  AnswerSheet(
      AnswerDesk desk,
      AnswerIntake answering,
      Watchlist watchlist,
      @Named("clock") InstantSource clock) {
    this.desk = desk;
    this.answering = answering;
    this.watchlist = watchlist;
    this.clock = clock;
  }

  /** What is to be answered, open or over. */
  public record SheetEntry(OpenItem item, String token) {}

  /** An answer, the address it is about, and what whoever gave it is called. */
  public record NamedAnswer(OwnerAnswer answer, String target, String by) {}

  /** Who answers, and what about. */
  private record SheetMatter(String owner, AnswerMatter about) {}

  /** What a link is about; nothing where it is not good. */
  public Optional<SheetEntry> of(String token) {
    return matter(token)
        .flatMap(matter -> desk.database().read(handle -> item(handle, matter.about())))
        .map(item -> new SheetEntry(item, token));
  }

  private Optional<OpenItem> item(Handle handle, AnswerMatter matter) {
    return FindingStore.find(handle, matter.finding())
        .filter(it -> watchlist.isWatchedFor(handle, it.subject(), matter.guide()))
        .map(finding -> OpenItem.of(handle, watchlist, matter.guide(), finding, clock.instant()));
  }

  /** Why there is nothing to see. */
  public DeskReply refusal(String token) {
    return switch (desk.tokens().read(TokenPurpose.ANSWER, token)) {
      case TokenReading.ExpiredToken _ -> DeskReply.EXPIRED;
      case TokenReading.RefusedToken _ -> DeskReply.REFUSED;
      case TokenReading.ValidToken valid -> mayAnswer(valid.owner()) ? GONE : DeskReply.REFUSED;
    };
  }

  static final DeskReply GONE =
      new DeskReply(
          DeskReply.ReplyOutcome.UNKNOWN,
          "There is nothing left to answer: the guide does not point there any more, or what was asked"
              + " is settled.");

  /** Takes an answer. */
  public DeskReply answer(String token, AnswerForm form) {
    return matter(token)
        .map(it ->
            reply(answering.answer(it.owner(), it.about().guide(), it.about().finding(), form)))
        .orElseGet(() -> refusal(token));
  }

  static DeskReply reply(AnswerOutcome outcome) {
    return switch (outcome) {
      case AnswerOutcome.AnswerTaken(OwnerAnswer it) ->
          DeskReply.answered(new AnsweredFinding(it.guide(), it.finding(), it.subject()));
      case AnswerOutcome.PageRefused(String guide, Finding it) ->
          DeskReply.answered(new AnsweredFinding(guide, it.id(), it.subject()));
      case AnswerOutcome.AnswerRepeated _ -> DeskReply.settled(false, "");
      case AnswerOutcome.AnswerUnclear unclear -> DeskReply.unclear(unclear.problem());
      case AnswerOutcome.FindingUnknown _ -> GONE;
    };
  }

  private Optional<SheetMatter> matter(String token) {
    if (!(desk.tokens().read(TokenPurpose.ANSWER, token) instanceof TokenReading.ValidToken valid)
        || !mayAnswer(valid.owner())) {
      return Optional.empty();
    }
    return AnswerMatter.read(valid.subject()).map(it -> new SheetMatter(valid.owner(), it));
  }

  /** Strangers may be told of a guide, but have no say in it; nor has whoever has left. */
  boolean mayAnswer(String reader) {
    return !OwnerDirectory.isSubscriber(reader)
        && desk.database().read(handle -> desk.people().isKnown(handle, reader));
  }

  /**
   * The words of the link by which a reader answers an item; none for strangers.
   *
   * @param ends when the link ends to the page that shows it: nobody goes on from one that is over
   */
  public String token(String reader, OpenItem item, Instant ends) {
    if (OwnerDirectory.isSubscriber(reader)) {
      return "";
    }
    AnswerMatter matter = new AnswerMatter(item.guide(), item.finding().id());
    return desk.tokens().issue(TokenPurpose.ANSWER, reader, matter.subject(), ends);
  }

  /** What is to become of each link of a guide: the youngest keep, replace or remove. */
  public List<NamedAnswer> ofGuide(String guide) {
    return desk.database()
        .read(handle -> {
          Map<String, OwnerAnswer> youngest = new LinkedHashMap<>();
          AnswerLog.of(handle, guide).stream()
              .filter(AnswerSheet::saysWhatBecomes)
              .forEach(answer -> youngest.merge(answer.subject(), answer, AnswerSheet::younger));
          return youngest.values().stream()
              .flatMap(answer -> named(handle, answer).stream())
              .toList();
        });
  }

  /** Nothing where it answered a question that is another one by now, or had no address. */
  private Optional<NamedAnswer> named(Handle handle, OwnerAnswer answer) {
    Optional<String> target =
        answer.kind() == FindingKind.ADDRESS_QUESTION
            ? FindingStore.find(handle, answer.finding())
                .filter(it -> answer.holds(it, answer.at()))
                .flatMap(it -> it.detail().replacement())
            : Optional.of(answer.subject());
    return target.map(it -> new NamedAnswer(answer, it, name(handle, answer.owner())));
  }

  private static OwnerAnswer younger(OwnerAnswer one, OwnerAnswer other) {
    return other.at().isBefore(one.at()) ? one : other;
  }

  private static boolean saysWhatBecomes(OwnerAnswer answer) {
    return !answer.kind().isOfSite()
        && switch (answer.verdict()) {
          case OwnerVerdict.Keep _, OwnerVerdict.Replace _, OwnerVerdict.Remove _ -> true;
          case OwnerVerdict.Acknowledged _,
              OwnerVerdict.Snoozed _,
              OwnerVerdict.Ignored _,
              OwnerVerdict.Wrong _ ->
              false;
        };
  }

  private String name(Handle handle, String id) {
    if (!desk.people().isKnown(handle, id)) {
      return "somebody who has left";
    }
    Owner owner = desk.people().of(handle, id);
    return owner.name().isEmpty() ? owner.id() : owner.name();
  }
}

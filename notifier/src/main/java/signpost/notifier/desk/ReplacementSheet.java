package signpost.notifier.desk;

import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import signpost.events.PageSuccessor;
import signpost.notifier.answer.AnswerForm;
import signpost.notifier.answer.AnswerIntake;
import signpost.notifier.answer.OwnerVerdict;
import signpost.notifier.listing.Watchlist;
import signpost.notifier.message.ReplaceMatter;
import signpost.notifier.token.TokenPurpose;
import signpost.notifier.token.TokenReading;

/** All pages of one site that a guide links to and that were found elsewhere: one press for all. */
@Singleton
public final class ReplacementSheet {
  private final AnswerDesk desk;
  private final AnswerSheet sheet;
  private final AnswerIntake answering;
  private final Watchlist watchlist;
  private final InstantSource clock;

  ReplacementSheet(
      AnswerDesk desk,
      AnswerSheet sheet,
      AnswerIntake answering,
      Watchlist watchlist,
      @Named("clock") InstantSource clock) {
    this.desk = desk;
    this.sheet = sheet;
    this.answering = answering;
    this.watchlist = watchlist;
    this.clock = clock;
  }

  /**
   * What was found of a guide's links to a site, for {@code reader} to replace; {@code host} is the
   * site's origin, and {@code endsAt} when the link ends that leads here.
   */
  public record ReplaceableLinks(
      String reader,
      String guide,
      String guideTitle,
      String host,
      List<OpenItem> items,
      Instant endsAt) {
    public ReplaceableLinks {
      items = List.copyOf(items);
    }

    /** Those that nobody has answered yet. */
    public List<OpenItem> left() {
      return items.stream().filter(it -> it.answer().isEmpty()).toList();
    }
  }

  /** What a link is about; nothing where it is not good. */
  public Optional<ReplaceableLinks> of(String token) {
    if (!(desk.tokens().read(TokenPurpose.REPLACE, token) instanceof TokenReading.ValidToken valid)
        || !sheet.mayAnswer(valid.owner())) {
      return Optional.empty();
    }
    return ReplaceMatter.read(valid.subject(), valid.owner())
        .map(matter -> desk.database().read(handle -> links(handle, valid, matter)));
  }

  private ReplaceableLinks links(
      Handle handle, TokenReading.ValidToken link, ReplaceMatter matter) {
    String guide = matter.guide();
    List<OpenItem> items =
        OpenItem.of(handle, watchlist, List.of(matter.owner()), clock.instant()).stream()
            .filter(it -> it.guide().equals(guide) && it.finding().host().equals(matter.host()))
            .filter(it -> it.finding().detail().offer().isPresent())
            .toList();
    return new ReplaceableLinks(
        link.owner(),
        guide,
        Watchlist.title(watchlist.guide(handle, guide), guide),
        matter.host(),
        items,
        link.endsAt());
  }

  /** Why there is nothing to see. */
  public DeskReply refusal(String token) {
    return desk.tokens().read(TokenPurpose.REPLACE, token) instanceof TokenReading.ExpiredToken
        ? DeskReply.EXPIRED
        : DeskReply.REFUSED;
  }

  /**
   * Replaces the links that were chosen, each with the page that was shown beside it. What is
   * offered for one by now may be another page, or somebody may have answered otherwise: then that
   * one is left as it is. Whoever presses twice hears the same twice.
   *
   * @param chosen addresses by the findings they are for
   */
  public DeskReply replace(String token, Map<String, String> chosen) {
    Optional<ReplaceableLinks> links = of(token);
    if (links.isEmpty()) {
      return refusal(token);
    }
    if (chosen.isEmpty()) {
      return DeskReply.unclear("Choose at least one link to replace.");
    }
    List<DeskReply> replaced =
        links.get().items().stream()
            .filter(it -> isOpenTo(it, chosen.get(it.finding().id())))
            .filter(it -> isOffered(it, chosen.get(it.finding().id())))
            .map(it -> replace(links.get(), it, chosen.get(it.finding().id())))
            .filter(DeskReply::isSettled)
            .toList();
    return DeskReply.settled(
        replaced.stream().flatMap(it -> it.answered().stream()).toList(),
        counted(replaced.size(), chosen.size()));
  }

  private static boolean isOpenTo(OpenItem item, @Nullable String with) {
    return item.answer()
        .filter(it -> !(it.verdict() instanceof OwnerVerdict.Replace(String to) && to.equals(with)))
        .isEmpty();
  }

  private static boolean isOffered(OpenItem item, @Nullable String with) {
    return item.finding()
        .detail()
        .offer()
        .map(PageSuccessor.Offered::url)
        .filter(it -> it.equals(with))
        .isPresent();
  }

  private DeskReply replace(ReplaceableLinks links, OpenItem item, @Nullable String with) {
    AnswerForm form = new AnswerForm("replace", with == null ? "" : with, "", "");
    return AnswerSheet.reply(
        answering.answer(links.reader(), links.guide(), item.finding().id(), form));
  }

  private static String counted(long replaced, int chosen) {
    String links = replaced == 1 ? "1 link is" : replaced + " links are";
    String done = links + " to be replaced from now on.";
    return replaced == chosen
        ? done
        : "%s The other %d stay as they are: what we offer has changed, or they were answered."
            .formatted(done, chosen - replaced);
  }
}

package signpost.notifier.answer;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import signpost.url.AddressGuard;
import signpost.url.CanonicalUrl;
import signpost.url.WebUrl;

/** An answer as it was typed or sent: words that may mean nothing. */
public record AnswerForm(String answer, String with, String reason, String until) {
  private static final int MOST_WORDS = 500;
  private static final int MOST_ADDRESS = 2_000;
  private static final Duration LONGEST = Duration.ofDays(3 * 366);
  private static final Duration WEEK = Duration.ofDays(7);

  /** What it means. */
  public sealed interface FormMeaning {
    /** An answer. */
    record MeantAnswer(OwnerVerdict verdict) implements FormMeaning {}

    /** The page we showed is not the one; what is wrong stays open. */
    record RefusedPage(String address) implements FormMeaning {}

    /** Nothing we can take, and what to do about it. */
    record UnclearForm(String problem) implements FormMeaning {}
  }

  /**
   * What it means at this time for a link that leads to {@code subject}; {@code guard} knows where
   * no reader may be sent.
   */
  public FormMeaning read(String subject, Instant now, AddressGuard guard) {
    return switch (answer.strip()) {
      case "acknowledged" -> said(new OwnerVerdict.Acknowledged());
      case "snoozed" -> snoozed(now);
      case "ignored" -> ignored(now);
      case "keep" -> said(new OwnerVerdict.Keep());
      case "replace" -> replace(subject, guard);
      case "remove" -> said(new OwnerVerdict.Remove());
      case "wrong" -> said(new OwnerVerdict.Wrong(words()));
      case "not-this" -> notThis();
      case "" -> new FormMeaning.UnclearForm("Choose an answer.");
      default ->
          new FormMeaning.UnclearForm(
              "“"
                  + brief(answer)
                  + "” is no answer. Known are acknowledged, snoozed, ignored, keep, replace, not-this,"
                  + " remove and wrong.");
    };
  }

  private FormMeaning snoozed(Instant now) {
    if (until.isBlank()) {
      return said(new OwnerVerdict.Snoozed(now.plus(WEEK)));
    }
    return day(now)
        .<FormMeaning>map(end -> said(new OwnerVerdict.Snoozed(end)))
        .orElseGet(AnswerForm::unusableDay);
  }

  private FormMeaning ignored(Instant now) {
    if (words().isEmpty()) {
      return new FormMeaning.UnclearForm(
          "Say why it is to be ignored: whoever comes after you will ask.");
    }
    if (until.isBlank()) {
      return said(new OwnerVerdict.Ignored(words(), Optional.empty()));
    }
    return day(now)
        .<FormMeaning>map(end -> said(new OwnerVerdict.Ignored(words(), Optional.of(end))))
        .orElseGet(AnswerForm::unusableDay);
  }

  private FormMeaning replace(String subject, AddressGuard guard) {
    String address = with.strip();
    if (address.isEmpty() || address.length() > MOST_ADDRESS) {
      return new FormMeaning.UnclearForm("Write the address to put in its place.");
    }
    Optional<WebUrl> url = WebUrl.parse(address).filter(WebUrl::web);
    if (url.isEmpty()) {
      return new FormMeaning.UnclearForm(
          "“" + brief(address) + "” is no web address. It begins with https:// or http://.");
    }
    Optional<String> refusal = guard.linkRefusal(url.get());
    if (refusal.isPresent()) {
      return new FormMeaning.UnclearForm(
          "“" + brief(address) + "” cannot take its place: " + refusal.get() + ".");
    }
    return CanonicalUrl.identity(url.get()).equals(subject)
        ? new FormMeaning.UnclearForm("That is the address the link has now.")
        : said(new OwnerVerdict.Replace(url.get().href()));
  }

  /** What we offer by now may be another page than the one that was looked at. */
  private FormMeaning notThis() {
    String address = with.strip();
    return address.isEmpty() || address.length() > MOST_ADDRESS
        ? new FormMeaning.UnclearForm("Say which page it is not.")
        : new FormMeaning.RefusedPage(address);
  }

  private Optional<Instant> day(Instant now) {
    try {
      Instant end = LocalDate.parse(until.strip()).atStartOfDay(ZoneOffset.UTC).toInstant();
      return Optional.of(end).filter(it -> it.isAfter(now) && it.isBefore(now.plus(LONGEST)));
    } catch (DateTimeParseException _) {
      return Optional.empty();
    }
  }

  private static FormMeaning unusableDay() {
    return new FormMeaning.UnclearForm(
        "Write a day to come, within three years, as year-month-day: 2027-01-31.");
  }

  private String words() {
    return OneLine.of(reason, MOST_WORDS);
  }

  private static FormMeaning said(OwnerVerdict verdict) {
    return new FormMeaning.MeantAnswer(verdict);
  }

  private static String brief(String words) {
    return OneLine.of(words, 80);
  }
}

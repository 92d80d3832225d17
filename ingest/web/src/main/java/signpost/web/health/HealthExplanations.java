package signpost.web.health;

import static java.util.stream.Collectors.joining;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import signpost.events.Explanation;
import signpost.events.FailureClass;
import signpost.events.GoneKind;
import signpost.events.LinkHealth;
import signpost.events.LinkHealth.GoneInPlace;
import signpost.url.CanonicalUrl;
import signpost.web.extract.PageAnchors;

/** Every state in plain words: what we saw, what it means for a reader, what the owner can do. */
public final class HealthExplanations {
  public static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK).withZone(ZoneId.of("Europe/London"));

  private static final DateTimeFormatter ARCHIVE =
      DateTimeFormatter.ofPattern("yyyyMMdd", Locale.ROOT).withZone(ZoneOffset.UTC);

  /** What is lost so may have been kept by an archive. */
  private static final Set<FailureClass> GONE =
      EnumSet.of(FailureClass.NOT_FOUND, FailureClass.GONE, FailureClass.UNKNOWN_HOST);

  private static final Set<GoneKind> LOST =
      EnumSet.of(
          GoneKind.SOFT_404,
          GoneKind.REDIRECTED_HOME,
          GoneKind.OTHER_OWNER,
          GoneKind.PARKED_DOMAIN,
          GoneKind.HIJACKED,
          GoneKind.OTHER_SUBJECT);

  private static final Explanation WORKS =
      say("The page works.", "Readers reach it.", Explanation.NOTHING_TO_DO);

  private HealthExplanations() {}

  /** Of a target, with what its publisher says of its end. */
  public static Explanation of(
      TargetState state, CanonicalUrl target, List<String> missingFragments) {
    Explanation plain = of(state.health(), target, missingFragments);
    return state
        .said()
        .filter(_ -> isEnd(state.health()))
        .map(it ->
            new Explanation(
                plain.reason() + " " + PublisherSentence.of(it, plain.reason()),
                plain.meaning(),
                plain.fix()))
        .orElse(plain);
  }

  private static boolean isEnd(LinkHealth health) {
    return switch (health) {
      case LinkHealth.Broken it -> Evidence.of(it.failure()) == Evidence.MISSING;
      case LinkHealth.Suspect it -> Evidence.of(it.failure()) == Evidence.MISSING;
      case GoneInPlace _, LinkHealth.Moved _ -> true;
      case LinkHealth.Ok _,
          LinkHealth.Blocked _,
          LinkHealth.TlsProblem _,
          LinkHealth.NotChecked _,
          LinkHealth.Unknown _ ->
          false;
    };
  }

  /**
   * As {@link #of(LinkHealth, CanonicalUrl)}; for a page that works it also names the missing
   * fragments.
   */
  public static Explanation of(
      LinkHealth health, CanonicalUrl target, List<String> missingFragments) {
    return health instanceof LinkHealth.Ok && !missingFragments.isEmpty()
        ? missing(missingFragments)
        : of(health, target);
  }

  private static Explanation missing(List<String> fragments) {
    String names =
        fragments.stream().map(it -> "“#" + PageAnchors.decoded(it) + "”").collect(joining(", "));
    return say(
        "The page works, but the part of it that a link leads to is no longer there: "
            + names
            + ".",
        "Readers arrive at the top of the page and have to look for the part themselves.",
        "Find what the part is called now, or let the link end before the “#”.");
  }

  /** As {@link #of(LinkHealth)}, with where an older copy may be found of what is gone. */
  public static Explanation of(LinkHealth health, CanonicalUrl target) {
    Explanation plain = of(health);
    return since(health)
        .map(since ->
            new Explanation(
                plain.reason(),
                plain.meaning(),
                plain.fix()
                    + " What it said may still be found at https://web.archive.org/web/"
                    + ARCHIVE.format(since)
                    + "/"
                    + target.value()))
        .orElse(plain);
  }

  /** Since when its content is gone, if it is. */
  private static Optional<Instant> since(LinkHealth health) {
    return switch (health) {
      case LinkHealth.Broken it when GONE.contains(it.failure()) -> Optional.of(it.since());
      case GoneInPlace it when LOST.contains(it.kind()) -> Optional.of(it.since());
      case LinkHealth.Broken _,
          GoneInPlace _,
          LinkHealth.Ok _,
          LinkHealth.Moved _,
          LinkHealth.Suspect _,
          LinkHealth.Blocked _,
          LinkHealth.TlsProblem _,
          LinkHealth.NotChecked _,
          LinkHealth.Unknown _ ->
          Optional.empty();
    };
  }

  public static Explanation of(LinkHealth health) {
    return switch (health) {
      case LinkHealth.Ok _ -> WORKS;
      case LinkHealth.Moved it ->
          say(
              "The page has moved for good to " + it.to() + ".",
              "Readers still get there, for as long as the old address is redirected.",
              "Update your link to " + it.to() + ".");
      case LinkHealth.Suspect it ->
          say(
              failed(it.failure()) + " We are checking again before we call it broken.",
              "Some readers may not get through at the moment.",
              "Nothing to do yet.");
      case LinkHealth.Broken it ->
          say(failed(it.failure()), meaning(it.failure()), fix(it.failure()));
      case LinkHealth.Blocked it ->
          say(
              "The site keeps our checker out (" + it.how() + ").",
              "Readers very likely get through; we cannot tell.",
              "Open the link yourself now and then.");
      case GoneInPlace it -> ended(it);
      case LinkHealth.TlsProblem it ->
          say(
              "The site’s security certificate has a problem: " + it.problem() + ".",
              it.endsAt()
                  .map(at -> "From " + DAY.format(at) + " browsers will warn readers.")
                  .orElse("Some browsers warn readers before they reach it."),
              "Tell the publisher, if you know them.");
      case LinkHealth.NotChecked it ->
          say(
              "We have not checked this link: " + it.why() + ".",
              "We cannot say whether it works.",
              "Open the link yourself now and then.");
      case LinkHealth.Unknown it ->
          say(
              "We cannot judge this link for now: " + it.incident() + ".",
              "Readers may not get through at the moment.",
              "Nothing to do yet.");
    };
  }

  /** Of a host that gives no answer. */
  public static Explanation ofHost(String host, FailureClass failure, Instant since) {
    return say(
        "Most pages we watch at "
            + host
            + " have given no answer since "
            + DAY.format(since)
            + ". "
            + failed(failure),
        "Readers cannot reach most of the resources there.",
        "Wait if you know of maintenance there; otherwise look for the publisher’s new site.");
  }

  private static Explanation ended(GoneInPlace it) {
    Optional<String> fix = it.replacement().map(to -> "Link to " + to + " instead, if it fits.");
    return switch (it.kind()) {
      case WITHDRAWN ->
          say(
              "The publisher has withdrawn this page: “" + it.words() + "”",
              "Readers find a page that its publisher no longer stands behind.",
              fix.orElse("Remove the link, or find what replaces it."));
      case SUPERSEDED ->
          say(
              "The page says it has been replaced: “" + it.words() + "”",
              "Readers find guidance that is out of date.",
              fix.orElse("Link to what replaces it."));
      case ARCHIVED ->
          say(
              "The page says it is archived: “" + it.words() + "”",
              "Readers find a page that is no longer kept up to date.",
              fix.orElse("Remove the link, or find a page that is kept up to date."));
      case SOFT_404, REDIRECTED_HOME, OTHER_OWNER, PARKED_DOMAIN, HIJACKED, OTHER_SUBJECT ->
          elsewhere(it, fix);
    };
  }

  private static Explanation elsewhere(GoneInPlace it, Optional<String> fix) {
    String find = fix.orElse("Find its new address, or remove the link.");
    return switch (it.kind()) {
      case WITHDRAWN, SUPERSEDED, ARCHIVED ->
          throw new IllegalArgumentException(it.kind() + " is a notice");
      case SOFT_404 ->
          say(
              "The site answers, but with its “not found” page: “" + it.words() + "”",
              "Readers do not find the page you meant.",
              find);
      case REDIRECTED_HOME ->
          say(
              "The link now leads to the site’s home page, " + it.words() + ".",
              "Readers have to look for the page themselves.",
              find);
      case OTHER_OWNER ->
          say(
              "The link now leads to somebody else’s site, " + it.words() + ".",
              "Readers land on pages you did not choose.",
              fix.orElse("Remove the link, or find where the publisher has gone."));
      case PARKED_DOMAIN ->
          say(
              "The site’s name, " + it.words() + ", is for sale.",
              "Readers find advertisements.",
              fix.orElse("Remove the link, or find where the publisher has gone."));
      case HIJACKED ->
          say(
              "The site now shows something quite different and unwanted: “" + it.words() + "”",
              "Readers may be misled or harmed.",
              fix.orElse("Remove the link today."));
      case OTHER_SUBJECT ->
          say("The page is now about something else.", "Readers do not find what you meant.", find);
    };
  }

  private static String failed(FailureClass failure) {
    return switch (failure) {
      case NOT_FOUND -> "The site says the page does not exist (404).";
      case GONE -> "The site says the page is gone for good (410).";
      case CLIENT_ERROR -> "The site refuses the request for this page.";
      case SERVER_ERROR -> "The site reports an error of its own.";
      case UNKNOWN_HOST -> "The site’s name no longer exists.";
      case DNS_TROUBLE -> "The site’s name could not be looked up.";
      case REFUSED -> "The site refuses connections.";
      case UNREACHABLE -> "The site cannot be reached.";
      case TIMED_OUT -> "The site does not answer in time.";
      case CONNECTION_LOST -> "The site breaks off without an answer.";
      case TLS_EXPIRED -> "The site’s security certificate has expired.";
      case TLS_WRONG_HOST -> "The site’s security certificate is for another name.";
      case TLS_UNTRUSTED -> "The site’s security certificate cannot be trusted.";
      case TLS_HANDSHAKE -> "No secure connection to the site comes about.";
      case TOO_MANY_REDIRECTS -> "The link is redirected without end.";
      case TOO_LARGE -> "The page is too large to be read.";
      case INVALID_URL -> "The link leads to something that is not an address.";
    };
  }

  private static String meaning(FailureClass failure) {
    return switch (Evidence.of(failure)) {
      case MISSING -> "Readers see an error page instead of the resource.";
      case NO_NAME -> "Readers’ browsers cannot find the site.";
      case UNSAFE -> "Browsers warn readers away from the site.";
      case TROUBLE -> "Readers cannot get to the resource.";
    };
  }

  private static String fix(FailureClass failure) {
    return switch (Evidence.of(failure)) {
      case MISSING ->
          "Look for the resource on the publisher’s site and update the link, or remove it.";
      case NO_NAME -> "Look for the publisher’s new site, or remove the link.";
      case UNSAFE -> "Tell the publisher, or remove the link until it is mended.";
      case TROUBLE -> "Look whether the publisher has moved the resource, or remove the link.";
    };
  }

  private static Explanation say(String reason, String meaning, String fix) {
    return new Explanation(reason, meaning, fix);
  }
}

package signpost.notifier.delivery;

import jakarta.mail.MessagingException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.impl.DefaultCamelContext;
import signpost.notifier.delivery.DeliveryOutcome.Accepted;
import signpost.notifier.delivery.DeliveryOutcome.DeliveryFailed;
import signpost.notifier.delivery.DeliveryOutcome.DeliveryRefused;
import signpost.notifier.delivery.DeliveryOutcome.Unwanted;
import signpost.notifier.delivery.MailFailures.MailTrouble;
import signpost.notifier.delivery.SmtpConfig.SmtpTls;
import signpost.notifier.message.OutgoingMail;
import signpost.record.preflight.PreflightFinding;

/** Tries the mail server as the notifier uses it. */
public final class MailPreflight {
  private static final String EDGE = "mail";
  private static final Duration MOST = Duration.ofSeconds(15);

  private MailPreflight() {}

  /** Connects and signs in, and sends no mail. Takes 15 s at most. */
  public static List<PreflightFinding> of(SmtpConfig smtp) throws InterruptedException {
    List<PreflightFinding> findings = new ArrayList<>();
    if (!smtp.isConfigured()) {
      return List.of(
          PreflightFinding.warning(
              EDGE,
              "No mail server is set: mails become files in the notifier’s folder outgoing.",
              "Set signpost.smtp.host."));
    }
    Duration limit = smtp.timeout().compareTo(MOST) < 0 ? smtp.timeout() : MOST;
    findings.add(
        TimedExchange.within(limit, () -> greeted(smtp))
            .orElseGet(() -> wrong(smtp, FailureReason.TIMED_OUT, "no answer came in time")));
    if (smtp.from().endsWith("@localhost")) {
      findings.add(
          PreflightFinding.warning(
              EDGE,
              "Mails are from %s, which many servers do not take.".formatted(smtp.from()),
              "Set signpost.smtp.from."));
    }
    return findings;
  }

  private static PreflightFinding greeted(SmtpConfig smtp) {
    try {
      new MailServer(smtp).greet();
      return fine(smtp);
    } catch (MessagingException | RuntimeException e) {
      return wrong(smtp, MailFailures.trouble(e));
    }
  }

  private static PreflightFinding fine(SmtpConfig smtp) {
    boolean somebody = !smtp.username().isEmpty();
    String what =
        "The %s answers, %s%s."
            .formatted(
                smtp,
                smtp.tls() == SmtpTls.NONE ? "not encrypted" : "encrypted",
                somebody ? ", signed in as " + smtp.username() : "");
    return somebody && smtp.tls() == SmtpTls.NONE
        ? PreflightFinding.warning(
            EDGE, what, "The password goes for all to read: set signpost.smtp.tls=starttls.")
        : PreflightFinding.ok(EDGE, what);
  }

  /**
   * Sends one mail to an address, by the code that sends all others.
   *
   * @param at the mail's date
   */
  public static PreflightFinding send(SmtpConfig smtp, String address, Instant at)
      throws InterruptedException {
    return send(smtp, new MailServer(smtp), address, at);
  }

  static PreflightFinding send(SmtpConfig smtp, MailServer server, String address, Instant at)
      throws InterruptedException {
    if (!smtp.isConfigured()) {
      return PreflightFinding.wrong(
          EDGE, "No mail server is set, so nothing was sent.", "Set signpost.smtp.host.");
    }
    try (DefaultCamelContext camel = new DefaultCamelContext()) {
      camel.addComponent(server.scheme(), server.component(server.scheme()));
      camel.start();
      ProducerTemplate template = camel.createProducerTemplate();
      DeliveryOutcome outcome =
          new MailChannel(smtp, server)
              .attempt(
                  "test",
                  mail(smtp, address, at),
                  (_, message) -> template.sendBody(server.endpoint(), message));
      return told(smtp, address, outcome);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static OutgoingMail mail(SmtpConfig smtp, String address, Instant at) {
    String domain = smtp.from().substring(smtp.from().lastIndexOf('@'));
    return new OutgoingMail(
        address,
        "",
        "A test of Signpost’s mails",
        "Signpost can send mails to this address. Nothing is to be done.\n",
        "<p>Signpost can send mails to this address. Nothing is to be done.</p>\n",
        "<test-" + UUID.randomUUID() + domain + ">",
        Optional.empty(),
        at,
        Optional.empty());
  }

  private static PreflightFinding told(SmtpConfig smtp, String address, DeliveryOutcome outcome) {
    return switch (outcome) {
      case Accepted() ->
          PreflightFinding.ok(
              EDGE,
              "The %s has taken a mail to %s. Look whether it arrives, in the spam too."
                  .formatted(smtp, address));
      case DeliveryFailed(FailureReason reason, String detail) -> wrong(smtp, reason, detail);
      case DeliveryRefused(FailureReason reason, String detail) -> wrong(smtp, reason, detail);
      case DeliveryOutcome.Suppressed _ ->
          wrong(smtp, FailureReason.REJECTED, "whoever reads there wants no mails");
      case Unwanted(String detail) -> wrong(smtp, FailureReason.REJECTED, detail);
    };
  }

  private static PreflightFinding wrong(SmtpConfig smtp, FailureReason reason, String detail) {
    return wrong(smtp, new MailTrouble(reason, detail, Optional.empty()));
  }

  private static PreflightFinding wrong(SmtpConfig smtp, MailTrouble trouble) {
    return PreflightFinding.wrong(
        EDGE,
        "The %s: %s (%s).".formatted(smtp, words(trouble.reason()), trouble.words()),
        trouble.remedy().orElseGet(() -> remedy(trouble.reason())));
  }

  private static String words(FailureReason reason) {
    return switch (reason) {
      case REJECTED -> "it does not want this mail";
      case RATE_LIMITED -> "it asks us to come later";
      case UNREACHABLE -> "no connection came about";
      case AUTHENTICATION -> "it does not let us in";
      case TIMED_OUT -> "it does not answer in time";
      case UNWRITABLE -> "this is no mail";
    };
  }

  private static String remedy(FailureReason reason) {
    return switch (reason) {
      case REJECTED -> "See signpost.smtp.from, and the address it is for.";
      case RATE_LIMITED -> "Try again in some minutes.";
      case UNREACHABLE -> "See signpost.smtp.host, signpost.smtp.port and signpost.smtp.tls.";
      case AUTHENTICATION -> "See signpost.smtp.username, and its password or token.";
      case TIMED_OUT ->
          "See signpost.smtp.host and signpost.smtp.port; with tls where starttls is meant, or the"
              + " other way, both wait.";
      case UNWRITABLE -> "See the address.";
    };
  }
}

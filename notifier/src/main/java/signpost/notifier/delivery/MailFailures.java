package signpost.notifier.delivery;

import jakarta.mail.AuthenticationFailedException;
import java.net.SocketTimeoutException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import signpost.notifier.delivery.DeliveryOutcome.DeliveryFailed;
import signpost.record.CauseChain;
import signpost.record.tls.TlsTrouble;

/** From what the mail library throws to a reason an operator understands. */
final class MailFailures {
  private static final Pattern CODE = Pattern.compile("^([45])\\d\\d[ -]");

  private MailFailures() {}

  /** What went wrong, in words; what to do about it where more is known than the reason. */
  record MailTrouble(FailureReason reason, String words, Optional<String> remedy) {}

  static DeliveryFailed of(Throwable thrown) {
    MailTrouble trouble = trouble(thrown);
    String remedy = trouble.remedy().map(it -> ". " + it).orElse("");
    return new DeliveryFailed(trouble.reason(), trouble.words() + remedy);
  }

  static MailTrouble trouble(Throwable thrown) {
    FailureReason reason = FailureReason.UNREACHABLE;
    String detail = String.valueOf(thrown.getMessage());
    for (Throwable next : CauseChain.of(thrown)) {
      FailureReason found = reason(next);
      if (found != FailureReason.UNREACHABLE) {
        reason = found;
      }
      detail = next.getMessage() == null ? detail : String.valueOf(next.getMessage());
    }
    String last = detail.lines().findFirst().orElse("");
    Optional<TlsTrouble> tls = TlsTrouble.of(thrown);
    return new MailTrouble(
        reason,
        tls.map(TlsTrouble::words).orElse(last),
        tls.map(it -> it.remedy(SmtpConfig.PREFIX, "host")));
  }

  private static FailureReason reason(Throwable thrown) {
    return switch (thrown) {
      case AuthenticationFailedException _, AccessTokens.UnavailableToken _ ->
          FailureReason.AUTHENTICATION;
      case SocketTimeoutException _ -> FailureReason.TIMED_OUT;
      case SMTPAddressFailedException e -> byCode(e.getReturnCode());
      case SMTPSenderFailedException e -> byCode(e.getReturnCode());
      case SMTPSendFailedException e -> byCode(e.getReturnCode());
      default -> byWords(String.valueOf(thrown.getMessage()));
    };
  }

  /** RFC 5321, 4.2.1: 4yz may succeed later, 5yz will not. */
  private static FailureReason byCode(int code) {
    if (code >= 500) {
      return FailureReason.REJECTED;
    }
    return code >= 400 ? FailureReason.RATE_LIMITED : FailureReason.UNREACHABLE;
  }

  private static FailureReason byWords(String words) {
    Matcher code = CODE.matcher(words);
    return code.find() ? byCode(100 * Integer.parseInt(code.group(1))) : FailureReason.UNREACHABLE;
  }
}

package signpost.notifier.delivery;

import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.UnsupportedEncodingException;
import java.util.Date;
import java.util.Optional;
import java.util.Properties;
import signpost.catalogue.MailAddress;
import signpost.notifier.message.OutgoingMail;

/** A mail as it goes over the wire and into a file. */
final class MimeMail {
  private static final String UTF8 = "UTF-8";

  private MimeMail() {}

  /** What became of the words. */
  sealed interface MimeOutcome {}

  /** They are a mail. */
  record MimeWritten(MimeMessage message) implements MimeOutcome {}

  /** They cannot be one; {@code problem} ends a sentence. */
  record MimeUnwritable(String problem) implements MimeOutcome {}

  static MimeOutcome of(OutgoingMail mail, String from) {
    Optional<MailAddress> to = MailAddress.configured(mail.to());
    if (to.isEmpty()) {
      return new MimeUnwritable(
          "“" + mail.to() + "” is no address: " + MailAddress.problem(mail.to()).orElse(""));
    }
    try {
      return new MimeWritten(written(mail, to.get(), from));
    } catch (MessagingException | UnsupportedEncodingException | RuntimeException e) {
      return new MimeUnwritable(String.valueOf(e.getMessage()));
    }
  }

  private static MimeMessage written(OutgoingMail mail, MailAddress to, String from)
      throws MessagingException, UnsupportedEncodingException {
    MimeMessage message = new WithId(mail.messageId());
    message.setFrom(new InternetAddress(from, "Signpost", UTF8));
    message.setRecipient(RecipientType.TO, recipient(to, mail.toName()));
    message.setSubject(mail.subject(), UTF8);
    message.setSentDate(Date.from(mail.date()));
    if (mail.inReplyTo().isPresent()) {
      message.setHeader("In-Reply-To", mail.inReplyTo().get());
      message.setHeader("References", mail.inReplyTo().get());
    }
    if (mail.unsubscribe().isPresent()) {
      message.setHeader("List-Unsubscribe", "<" + mail.unsubscribe().get() + ">");
      message.setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
    }
    message.setHeader("Auto-Submitted", "auto-generated");
    message.setContent(
        new MimeMultipart("alternative", part(mail.text(), "plain"), part(mail.html(), "html")));
    message.saveChanges();
    return message;
  }

  private static InternetAddress recipient(MailAddress to, String name)
      throws MessagingException, UnsupportedEncodingException {
    InternetAddress address = new InternetAddress(to.toString(), true);
    if (!name.isEmpty()) {
      address.setPersonal(name, UTF8);
    }
    return address;
  }

  private static MimeBodyPart part(String text, String subtype) throws MessagingException {
    MimeBodyPart part = new MimeBodyPart();
    part.setText(text, UTF8, subtype);
    part.setHeader("Content-Transfer-Encoding", "quoted-printable");
    return part;
  }

  /** Keeps our id where jakarta.mail would make a new one at each saving. */
  private static final class WithId extends MimeMessage {
    private final String id;

    WithId(String id) {
      super(Session.getInstance(new Properties()));
      this.id = id;
    }

    @Override
    protected void updateMessageID() throws MessagingException {
      setHeader("Message-ID", id);
    }
  }
}

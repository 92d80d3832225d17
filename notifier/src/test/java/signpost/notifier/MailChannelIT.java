package signpost.notifier;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.util.List;

/** E-mail as a channel. */
class MailChannelIT extends ChannelContract {
  @Override
  String channel() {
    return "email";
  }

  @Override
  void choose(String ownToken) {
    // Everybody has mail.
  }

  @Override
  List<Arrived> arrived() {
    return mails().stream().map(MailChannelIT::arrived).toList();
  }

  private static Arrived arrived(MimeMessage mail) {
    try {
      return new Arrived(mail.getMessageID(), subject(mail) + "\n" + text(mail));
    } catch (MessagingException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  boolean refuse(boolean now) {
    if (now) {
      port = smtp.getSmtp().getPort();
      smtp.stop();
    } else {
      mailServerIsBack(port);
      forgetSeen();
    }
    return true;
  }

  private int port;
}

package signpost.notifier;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
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
      smtp = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
      smtp.start();
      forgetSeen();
    }
    return true;
  }

  private int port;
}

package signpost.bench.alerts;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetupTest;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.util.HashMap;
import java.util.Map;

/** A real SMTP server, and what it accepted by {@code Message-ID}. */
final class SmtpSink implements AutoCloseable {
  private final GreenMail post = new GreenMail(ServerSetupTest.SMTP.dynamicPort());

  private SmtpSink() {}

  static SmtpSink open() {
    SmtpSink postbox = new SmtpSink();
    postbox.post.start();
    return postbox;
  }

  int port() {
    return post.getSmtp().getPort();
  }

  int count() {
    return post.getReceivedMessages().length;
  }

  /** How often each message came. */
  Map<String, Integer> byId() {
    Map<String, Integer> times = new HashMap<>();
    for (MimeMessage mail : post.getReceivedMessages()) {
      times.merge(id(mail), 1, Integer::sum);
    }
    return times;
  }

  private static String id(MimeMessage mail) {
    try {
      return mail.getMessageID();
    } catch (MessagingException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    post.stop();
  }
}

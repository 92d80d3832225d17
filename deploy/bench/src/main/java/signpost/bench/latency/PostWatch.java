package signpost.bench.latency;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetupTest;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** An SMTP server that remembers when each mail was accepted. */
final class PostWatch implements AutoCloseable {
  private final GreenMail post = new GreenMail(ServerSetupTest.SMTP.dynamicPort());
  private final Map<String, Long> accepted = new ConcurrentHashMap<>();
  private final Thread watch;

  private PostWatch() {
    post.start();
    this.watch = Thread.ofVirtual().name("post-watch").start(this::watch);
  }

  static PostWatch start() {
    return new PostWatch();
  }

  int port() {
    return post.getSmtp().getPort();
  }

  /** When a mail with these words in its subject was accepted, by {@link System#nanoTime}. */
  Optional<Long> acceptedAt(String words) {
    return accepted.entrySet().stream()
        .filter(mail -> mail.getKey().contains(words))
        .map(Map.Entry::getValue)
        .findFirst();
  }

  private void watch() {
    int seen = 0;
    try {
      while (true) {
        MimeMessage[] mails = post.getReceivedMessages();
        long now = System.nanoTime();
        for (; seen < mails.length; seen++) {
          accepted.putIfAbsent(String.valueOf(mails[seen].getSubject()), now);
        }
        Thread.sleep(1);
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    } catch (MessagingException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    watch.interrupt();
    post.stop();
  }
}

package signpost.notifier.delivery;

import jakarta.inject.Named;
import jakarta.inject.Singleton;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import signpost.notifier.NotifierConfig;

/** The folder of {@code .eml} files, one per delivery; a repeat replaces its own file. */
@Singleton
@Named("outgoing")
final class OutgoingFolder implements Processor {
  private static final String NAME = "outgoing";
  private static final String ENDING = ".eml";

  private final Path folder;

  OutgoingFolder(NotifierConfig config) {
    this.folder = config.data().resolve(NAME);
  }

  /** The file of a message, in the notifier's data folder. */
  static Path file(Path data, String delivery) {
    return data.resolve(NAME).resolve(delivery + ENDING);
  }

  @Override
  public void process(Exchange exchange) throws IOException, MessagingException {
    write(
        exchange.getIn().getHeader(DeliveryRoutes.DELIVERY, String.class),
        exchange.getIn().getBody(MimeMessage.class));
  }

  private void write(String delivery, MimeMessage message) throws IOException, MessagingException {
    Files.createDirectories(folder);
    Path part = folder.resolve(delivery + ".part");
    try (OutputStream out = Files.newOutputStream(part)) {
      message.writeTo(out);
    }
    Files.move(
        part,
        folder.resolve(delivery + ENDING),
        StandardCopyOption.ATOMIC_MOVE,
        StandardCopyOption.REPLACE_EXISTING);
  }
}

package signpost.sample.mailbox;

import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The .eml files of one folder, read once each. */
public final class Mailbox {
  private static final String ENDING = ".eml";
  private static final Session NO_SERVER = Session.getInstance(new Properties());

  private final Path folder;
  private final Map<String, WrittenMail> read = new ConcurrentHashMap<>();

  /** A folder that need not exist yet. */
  public Mailbox(Path folder) {
    this.folder = folder;
  }

  /** All mails, newest first. */
  public List<WrittenMail> mails() {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.getFileName().toString().endsWith(ENDING))
          .map(this::mail)
          .sorted(
              Comparator.comparing(WrittenMail::sentAt).thenComparing(WrittenMail::id).reversed())
          .toList();
    } catch (IOException e) {
      throw new IllegalStateException("The mails in " + folder + " cannot be listed", e);
    }
  }

  /** How many there are, without reading them. */
  public long size() {
    if (!Files.isDirectory(folder)) {
      return 0;
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.getFileName().toString().endsWith(ENDING)).count();
    } catch (IOException e) {
      throw new IllegalStateException("The mails in " + folder + " cannot be counted", e);
    }
  }

  /** The mail of that id. */
  public Optional<WrittenMail> mail(String id) {
    return mails().stream().filter(mail -> mail.id().equals(id)).findFirst();
  }

  private WrittenMail mail(Path file) {
    String name = file.getFileName().toString();
    String id = name.substring(0, name.length() - ENDING.length());
    return read.computeIfAbsent(id, known -> parse(known, file));
  }

  private static WrittenMail parse(String id, Path file) {
    try (InputStream bytes = Files.newInputStream(file)) {
      MimeMessage message = new MimeMessage(NO_SERVER, bytes);
      Instant at =
          message.getSentDate() == null ? Instant.EPOCH : message.getSentDate().toInstant();
      return new WrittenMail(
          id,
          at,
          addresses(message.getFrom()),
          addresses(message.getAllRecipients()),
          Optional.ofNullable(message.getSubject()).orElse("(no subject)"),
          part(message, "text/plain"),
          part(message, "text/html"));
    } catch (IOException | MessagingException e) {
      throw new IllegalStateException("The mail " + file + " cannot be read", e);
    }
  }

  private static String addresses(Address @Nullable [] addresses) {
    return addresses == null
        ? ""
        : Arrays.stream(addresses).map(Mailbox::readable).collect(Collectors.joining(", "));
  }

  private static String readable(Address address) {
    return address instanceof InternetAddress person && person.getPersonal() != null
        ? person.getPersonal() + " <" + person.getAddress() + ">"
        : address.toString();
  }

  /** All texts of a type, in order; attachments left out. */
  private static String part(Part part, String type) throws MessagingException, IOException {
    if (part.isMimeType(type) && !Part.ATTACHMENT.equalsIgnoreCase(part.getDisposition())) {
      return String.valueOf(part.getContent());
    }
    if (part.getContent() instanceof Multipart parts) {
      List<String> texts = new ArrayList<>();
      for (int i = 0; i < parts.getCount(); i++) {
        texts.add(part(parts.getBodyPart(i), type));
      }
      return String.join("", texts);
    }
    return "";
  }
}

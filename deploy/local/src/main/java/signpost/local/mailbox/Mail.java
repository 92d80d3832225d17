package signpost.local.mailbox;

import java.time.Instant;
import java.util.List;

/**
 * One mail that was written.
 *
 * @param id its file's name without the ending; stable, safe in a URL's path
 * @param html empty when it has plain text only
 * @param told what it tells its reader, one entry for each {@code X-Signpost-Told}
 */
public record Mail(
    String id,
    Instant sentAt,
    String from,
    String to,
    String subject,
    String text,
    String html,
    List<Told> told) {
  public Mail {
    told = List.copyOf(told);
  }
}

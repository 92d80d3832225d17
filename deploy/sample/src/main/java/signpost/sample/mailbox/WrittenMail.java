package signpost.sample.mailbox;

import java.time.Instant;

/**
 * One mail that was written.
 *
 * @param id its file's name without the ending; stable, safe in a URL's path
 * @param html empty when it has plain text only
 */
public record WrittenMail(
    String id, Instant sentAt, String from, String to, String subject, String text, String html) {}

package signpost.evidence;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.URI;
import java.nio.channels.Channels;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.netpreserve.jwarc.MediaType;
import org.netpreserve.jwarc.MessageVersion;
import org.netpreserve.jwarc.WarcCaptureRecord;
import org.netpreserve.jwarc.WarcCompression;
import org.netpreserve.jwarc.WarcMetadata;
import org.netpreserve.jwarc.WarcReader;
import org.netpreserve.jwarc.WarcRecord;
import org.netpreserve.jwarc.WarcRequest;
import org.netpreserve.jwarc.WarcResponse;
import org.netpreserve.jwarc.WarcRevisit;
import org.netpreserve.jwarc.WarcTruncationReason;
import org.netpreserve.jwarc.WarcWriter;
import org.netpreserve.jwarc.Warcinfo;
import signpost.events.Sha256;
import signpost.evidence.ChainLine.Captured;
import signpost.evidence.ChainLine.Written;
import signpost.url.CanonicalUrl;
import signpost.web.fetch.FetchOutcome.Answered;

/**
 * Captures as records of WARC 1.1, each a gzip member of its own, so that it can be read alone.
 *
 * @see <a
 *     href="https://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/">WARC
 *     1.1</a>
 */
final class WarcRecords {
  /** The watched address; the record's own target is where redirects led. */
  private static final String ADDRESS = "Signpost-Address";

  private static final String VERSION = "Signpost-Version";
  private static final String STATUS = "Signpost-Status";
  private static final String MEDIA = "Signpost-Media";
  private static final String BLOCK_DIGEST = "WARC-Block-Digest";
  private static final String PAYLOAD_DIGEST = "WARC-Payload-Digest";
  private static final String REFERS_TO = "WARC-Refers-To";
  private static final MediaType ANSWER = MediaType.parse("application/http;msgtype=response");
  private static final MediaType REQUEST = MediaType.parse("application/http;msgtype=request");

  private WarcRecords() {}

  /** The first record of a file: it names the digest of all that was written before. */
  static byte[] info(String file, String chain, Instant at) throws IOException {
    Map<String, List<String>> fields =
        Map.of(
            "software", List.of("Signpost"),
            "format", List.of("WARC File Format 1.1"),
            "isPartOf", List.of("Signpost evidence"),
            "chain", List.of(chain));
    return member(
        new Warcinfo.Builder()
            .filename(file)
            .fields(fields)
            .version(MessageVersion.WARC_1_1)
            .date(seconds(at))
            .build());
  }

  /** What stands in the place of a record that was taken out. */
  static byte[] tombstone(Written of, Instant at, String why) throws IOException {
    Map<String, List<String>> fields =
        Map.of(
            "removed", List.of(of.id()),
            "sha256", List.of(of.sha256()),
            "because", List.of(oneLine(why)));
    return member(
        new WarcMetadata.Builder()
            .fields(fields)
            .version(MessageVersion.WARC_1_1)
            .date(seconds(at))
            .build());
  }

  /** As it is written and read back: dates of mementos have no parts of seconds. */
  static Instant seconds(Instant at) {
    return at.truncatedTo(ChronoUnit.SECONDS);
  }

  private static String oneLine(String text) {
    return text.replaceAll("\\p{Cntrl}", " ").strip();
  }

  /** The digest of a body, as records have it: Base32 would end in signs that WARC forbids. */
  static String digest(byte[] body) {
    return "sha256:" + Sha256.of(body);
  }

  /**
   * The records of an answer and its request, one after the other.
   *
   * @param same a capture that has the same body: it is not written again
   */
  static byte[] of(PageCapture capture, Optional<Written> same) throws IOException {
    byte[] body = capture.answer().body().bytes();
    WarcCaptureRecord answer =
        same.isPresent() ? revisit(capture, body, same.get()) : response(capture, body);
    byte[] request = CaptureHead.request(capture.answer());
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(member(answer));
    out.write(
        member(
            new WarcRequest.Builder(target(capture.answer()))
                .version(MessageVersion.WARC_1_1)
                .date(answer.date())
                .concurrentTo(answer.id())
                .setHeader(BLOCK_DIGEST, digest(request))
                .body(REQUEST, request)
                .build()));
    return out.toByteArray();
  }

  private static WarcResponse response(PageCapture capture, byte[] body) {
    byte[] head = CaptureHead.response(capture.answer(), body.length);
    byte[] block = new byte[head.length + body.length];
    System.arraycopy(head, 0, block, 0, head.length);
    System.arraycopy(body, 0, block, head.length, body.length);
    WarcResponse.Builder response =
        described(new WarcResponse.Builder(target(capture.answer())), capture, body)
            .setHeader(BLOCK_DIGEST, digest(block));
    if (capture.answer().body().truncated()) {
      response.truncated(WarcTruncationReason.LENGTH);
    }
    return response.body(ANSWER, block).build();
  }

  private static WarcRevisit revisit(PageCapture capture, byte[] body, Written same) {
    byte[] head = CaptureHead.response(capture.answer(), body.length);
    Captured first = same.capture().orElseThrow();
    WarcRevisit.Builder revisit =
        new WarcRevisit.Builder(target(capture.answer()), WarcRevisit.IDENTICAL_PAYLOAD_DIGEST_1_1);
    return described(revisit, capture, body)
        .refersTo(URI.create(same.id()), first.target(), first.at())
        .setHeader(BLOCK_DIGEST, digest(head))
        .body(ANSWER, head)
        .build();
  }

  private static String target(Answered answer) {
    return answer.finalUrl().withoutFragment().href();
  }

  private static <R extends WarcCaptureRecord, B extends WarcCaptureRecord.AbstractBuilder<R, B>>
      B described(B record, PageCapture capture, byte[] body) {
    Answered answer = capture.answer();
    return record
        .version(MessageVersion.WARC_1_1)
        .date(seconds(capture.at()))
        .setHeader(PAYLOAD_DIGEST, digest(body))
        .addHeader(ADDRESS, capture.address().value())
        .addHeader(VERSION, capture.version().inWords())
        .addHeader(STATUS, String.valueOf(answer.status()))
        .addHeader(MEDIA, oneLine(answer.headers().first("content-type").orElse("")));
  }

  private static byte[] member(WarcRecord record) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (WarcWriter writer = new WarcWriter(Channels.newChannel(out), WarcCompression.GZIP)) {
      writer.write(record);
    }
    return out.toByteArray();
  }

  /**
   * What a chain says of records that stand one after the other.
   *
   * @throws IOException if they cannot be read to their end
   */
  static List<Written> read(byte[] members, String file) throws IOException {
    List<Long> begins = new ArrayList<>();
    List<Written> read = new ArrayList<>();
    try (WarcReader reader = new WarcReader(new ByteArrayInputStream(members))) {
      for (Optional<WarcRecord> next = reader.next(); next.isPresent(); next = reader.next()) {
        begins.add(reader.position());
        read.add(written(next.get(), file));
      }
    }
    List<Written> measured = new ArrayList<>();
    for (int i = 0; i < read.size(); i++) {
      int begin = Math.toIntExact(begins.get(i));
      int end = i + 1 < read.size() ? Math.toIntExact(begins.get(i + 1)) : members.length;
      byte[] member = Arrays.copyOfRange(members, begin, end);
      measured.add(read.get(i).measured(member.length, Sha256.of(member)));
    }
    return measured;
  }

  /**
   * Whether it is no more than what is left where the first records of a file were begun: its
   * information names the digest of all that was written before, and one capture at most follows.
   */
  static boolean isBegun(byte[] members, String chain) throws IOException {
    if (members.length < info("", chain, Instant.EPOCH).length) {
      return true; // not even the information
    }
    int captures = 0;
    try (WarcReader reader = new WarcReader(new ByteArrayInputStream(members))) {
      if (!isInfo(reader.next(), chain)) {
        return false;
      }
      for (Optional<WarcRecord> next = reader.next(); next.isPresent(); next = reader.next()) {
        captures += next.get().headers().first(ADDRESS).isPresent() ? 1 : 0;
      }
    } catch (EOFException _) {
      return captures <= 1;
    } catch (IOException _) {
      return false; // it is damaged, and not broken off
    }
    return captures <= 1;
  }

  private static boolean isInfo(Optional<WarcRecord> record, String chain) throws IOException {
    return record.isPresent()
        && record.get() instanceof Warcinfo info
        && info.fields().first("chain").equals(Optional.of(chain));
  }

  /** Whether a capture of an address is among the records, or what is there cannot all be read. */
  static boolean mayHave(byte[] members, CanonicalUrl address) {
    try {
      return read(members, "").stream()
          .flatMap(it -> it.capture().stream())
          .anyMatch(it -> it.isOf(address));
    } catch (IOException _) {
      return true;
    }
  }

  private static Written written(WarcRecord record, String file) {
    Optional<Captured> capture =
        record.headers().first(ADDRESS).map(address -> captured(record, address));
    return new Written(file, 0, "", record.type(), record.id().toString(), capture);
  }

  private static Captured captured(WarcRecord record, String address) {
    return new Captured(
        address,
        record.headers().first("WARC-Target-URI").orElse(address),
        record.date(),
        record.headers().first(VERSION).orElse("1"),
        Integer.parseInt(record.headers().first(STATUS).orElse("0")),
        record.headers().first(MEDIA).orElse(""),
        record.headers().first(PAYLOAD_DIGEST).orElse(""),
        record.headers().first(REFERS_TO).map(it -> it.replaceAll("[<>]", "")));
  }

  /**
   * The body that an answer's record has.
   *
   * @throws IOException if it is none, or is damaged
   */
  static byte[] body(byte[] member) throws IOException {
    try (WarcReader reader = new WarcReader(new ByteArrayInputStream(member))) {
      Optional<WarcRecord> record = reader.next();
      if (record.isPresent() && record.get() instanceof WarcResponse response) {
        return response.http().body().stream().readAllBytes();
      }
      throw new IOException("there is no answer in this record");
    }
  }

  /**
   * What is wrong with a record that is as it was written: nothing, or a fault of whoever wrote it.
   */
  static Optional<String> fault(byte[] member) {
    try (WarcReader reader = new WarcReader(new ByteArrayInputStream(member))) {
      WarcRecord record = reader.next().orElseThrow(() -> new IOException("there is no record"));
      Optional<String> stated = record.headers().first(BLOCK_DIGEST);
      byte[] block = record.body().stream().readAllBytes();
      return stated.isEmpty() || stated.get().equals(digest(block))
          ? Optional.empty()
          : Optional.of("its block has another digest than it says");
    } catch (IOException e) {
      return Optional.of(String.valueOf(e.getMessage()));
    }
  }
}

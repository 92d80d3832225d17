package signpost.evidence;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import signpost.url.WebUrl;
import signpost.web.fetch.FetchOutcome.Answered;
import signpost.web.fetch.WireHeads;
import signpost.web.fetch.WireHeads.HeaderLine;

/**
 * The heads of a request and its answer as they are kept: as they went over the wire, but without
 * what lets somebody in, and with a length that is the body's. The body is kept decoded, as our
 * fetcher has it; the fields that spoke of its other form keep their values under another name.
 */
final class CaptureHead {
  private static final int MOST_CHARACTERS = 64 << 10;
  private static final String ORIGINAL = "X-Archive-Orig-";
  private static final Set<String> SECRET =
      Set.of("cookie", "set-cookie", "set-cookie2", "authorization", "proxy-authorization");

  /** True of the body on the wire, and of the decoded one no more. */
  private static final Set<String> OF_THE_WIRE =
      Set.of("content-encoding", "transfer-encoding", "content-length", "content-md5", "digest");

  private CaptureHead() {}

  static byte[] request(Answered answer) {
    WireHeads heads = heads(answer);
    return bytes(heads.requestLine(), kept(heads.request()));
  }

  /** The head of the answer, for a body of so many bytes. */
  static byte[] response(Answered answer, int length) {
    WireHeads heads = heads(answer);
    List<HeaderLine> fields = new ArrayList<>();
    for (HeaderLine it : kept(heads.response())) {
      fields.add(OF_THE_WIRE.contains(lower(it)) ? renamed(it) : it);
    }
    fields.add(new HeaderLine("Content-Length", String.valueOf(length)));
    return bytes(heads.statusLine(), fields);
  }

  private static HeaderLine renamed(HeaderLine it) {
    return new HeaderLine(ORIGINAL + it.name(), it.value());
  }

  private static String lower(HeaderLine it) {
    return it.name().toLowerCase(Locale.ROOT);
  }

  /** Whoever fetched it without telling what went over the wire knows the fields at least. */
  private static WireHeads heads(Answered answer) {
    return answer
        .wire()
        .orElseGet(() -> {
          WebUrl url = answer.finalUrl();
          List<HeaderLine> fields =
              answer.headers().fields().entrySet().stream()
                  .flatMap(
                      it -> it.getValue().stream().map(value -> new HeaderLine(it.getKey(), value)))
                  .toList();
          return new WireHeads(
              "GET " + url.target() + " HTTP/1.1",
              List.of(new HeaderLine("Host", url.authority())),
              "HTTP/1.1 " + answer.status() + " ",
              fields);
        });
  }

  /** Without secrets, and no more than any honest server sends. */
  private static List<HeaderLine> kept(List<HeaderLine> fields) {
    List<HeaderLine> kept = new ArrayList<>();
    int characters = 0;
    int left = 0;
    for (HeaderLine it : fields) {
      if (SECRET.contains(lower(it))) {
        continue;
      }
      characters += it.name().length() + it.value().length();
      if (characters > MOST_CHARACTERS || !it.name().matches("[!#$%&'*+.^_`|~0-9A-Za-z-]+")) {
        left++;
      } else {
        kept.add(it);
      }
    }
    if (left > 0) {
      kept.add(new HeaderLine("X-Signpost-Fields-Left-Out", String.valueOf(left)));
    }
    return kept;
  }

  private static byte[] bytes(String start, List<HeaderLine> fields) {
    StringBuilder head = new StringBuilder(oneLine(start)).append("\r\n");
    fields.forEach(
        it -> head.append(it.name()).append(": ").append(oneLine(it.value())).append("\r\n"));
    return head.append("\r\n").toString().getBytes(ISO_8859_1);
  }

  /** A line break in a value would begin a field of the sender's own. */
  private static String oneLine(String value) {
    return value.replaceAll("\\p{Cntrl}", " ");
  }
}

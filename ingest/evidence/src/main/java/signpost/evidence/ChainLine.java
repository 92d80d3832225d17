package signpost.evidence;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import signpost.url.CanonicalUrl;

/** One line of the chain: what was written, or taken out, and the digest of its bytes. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "line")
@JsonSubTypes({
  @JsonSubTypes.Type(value = ChainLine.Written.class, name = "written"),
  @JsonSubTypes.Type(value = ChainLine.Removed.class, name = "removed"),
})
sealed interface ChainLine {

  /**
   * A record at the end of a file. Where it begins follows from the lines before.
   *
   * @param bytes its length in the file, compressed
   * @param sha256 of those bytes, in hexadecimal digits
   * @param capture what it captures, where it is an answer
   */
  record Written(
      String file, long bytes, String sha256, String type, String id, Optional<Captured> capture)
      implements ChainLine {
    public Written {
      Objects.requireNonNull(file, "file");
      Objects.requireNonNull(sha256, "sha256");
      Objects.requireNonNull(type, "type");
      Objects.requireNonNull(id, "id");
      Objects.requireNonNull(capture, "capture");
    }

    /** The same with the length and the digest of its bytes. */
    Written measured(long length, String digest) {
      return new Written(file, length, digest, type, id, capture);
    }
  }

  /**
   * Another record stands where one was written.
   *
   * @param of the number of its line, counted from 1
   */
  record Removed(int of, long bytes, String sha256, Instant at, String why) implements ChainLine {
    public Removed {
      Objects.requireNonNull(sha256, "sha256");
      Objects.requireNonNull(at, "at");
      Objects.requireNonNull(why, "why");
    }
  }

  /**
   * What an answer's record is found by.
   *
   * @param address the watched address, canonical
   * @param target where redirects led
   * @param digest of the answer's body
   * @param of the record that has the body, where this one only says that it was the same
   */
  record Captured(
      String address,
      String target,
      Instant at,
      String version,
      int status,
      String media,
      String digest,
      Optional<String> of) {
    public Captured {
      Objects.requireNonNull(address, "address");
      Objects.requireNonNull(target, "target");
      Objects.requireNonNull(at, "at");
      Objects.requireNonNull(version, "version");
      Objects.requireNonNull(media, "media");
      Objects.requireNonNull(digest, "digest");
      Objects.requireNonNull(of, "of");
    }

    /** Whether it was asked for there, or redirects led there. */
    boolean isOf(CanonicalUrl wanted) {
      return address.equals(wanted.value())
          || CanonicalUrl.parse(target).filter(wanted::equals).isPresent();
    }
  }
}

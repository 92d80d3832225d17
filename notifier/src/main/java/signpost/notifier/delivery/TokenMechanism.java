package signpost.notifier.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import signpost.notifier.answer.OneLine;

/**
 * How a token is shown to a mail server: the same in two forms, each one message of ours. A server
 * that refuses it first says why in JSON, and wants a word of ours before it ends (RFC 7628, 3.2.3;
 * Google's description of XOAUTH2). Where both are offered the first counts.
 */
enum TokenMechanism {
  /** Google's and Microsoft's. */
  XOAUTH2 {
    @Override
    String message(String user, String token, String host, int port) {
      return "user=" + user + SEPARATOR + "auth=Bearer " + token + SEPARATOR + SEPARATOR;
    }

    @Override
    String goodbye() {
      return "";
    }
  },
  /** RFC 7628. */
  OAUTHBEARER {
    @Override
    String message(String user, String token, String host, int port) {
      String name = user.replace("=", "=3D").replace(",", "=2C"); // RFC 5801, 4
      return Stream.of("n,a=" + name + ",", "host=" + host, "port=" + port, "auth=Bearer " + token)
          .collect(Collectors.joining(SEPARATOR, "", SEPARATOR + SEPARATOR));
    }

    @Override
    String goodbye() {
      return encoded(SEPARATOR);
    }
  };

  private static final String SEPARATOR = "\u0001";
  private static final int LONGEST = 200;
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Who shows which token to whom. */
  abstract String message(String user, String token, String host, int port);

  /** What we say to a refusal, so that the server ends the exchange. */
  abstract String goodbye();

  /** The one that a server is shown a token by, of those it offers. */
  static Optional<TokenMechanism> of(Predicate<String> offered) {
    return Arrays.stream(values()).filter(it -> offered.test(it.name())).findFirst();
  }

  /** What we send to begin. */
  String opening(String user, String token, String host, int port) {
    return "AUTH " + name() + " " + encoded(message(user, token, host, port));
  }

  /**
   * Why a server refuses a token, in its own words: the status and the scope that it wants; nothing
   * where it sends no such words.
   */
  static String reason(String challenge) {
    try {
      JsonNode said = JSON.readTree(new String(Base64.getMimeDecoder().decode(challenge), UTF_8));
      return Stream.of("status", "scope")
          .filter(it -> said.path(it).isValueNode())
          .map(it -> it + " " + OneLine.of(said.path(it).asText(), LONGEST))
          .collect(Collectors.joining(", "));
    } catch (IllegalArgumentException | JsonProcessingException _) {
      return "";
    }
  }

  private static String encoded(String words) {
    return Base64.getEncoder().encodeToString(words.getBytes(UTF_8));
  }
}

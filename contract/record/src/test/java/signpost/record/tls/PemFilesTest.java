package signpost.record.tls;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.context.exceptions.ConfigurationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import signpost.kit.CertificateAuthority;

/** Files as somebody's tool, or a disk that was full, left them. */
class PemFilesTest {
  @TempDir private static Path folder;
  private static Path certificate;
  private static Path key;

  @BeforeAll
  static void sign() {
    CertificateAuthority authority = new CertificateAuthority(folder);
    certificate = authority.trust();
    key = authority.key(CertificateAuthority.ROOT);
  }

  @Test
  void keyOfACertificateIsFound() {
    assertThatCode(() -> PemFiles.pair("signpost.kafka", certificate, key))
        .doesNotThrowAnyException();
  }

  @Test
  void keyThatIsCutAnywhereIsNamed() throws IOException {
    String whole = Files.readString(key).strip();
    for (int length = 0; length < whole.length(); length++) {
      Path cut = Files.writeString(folder.resolve("cut.key"), whole.substring(0, length));
      assertThatThrownBy(() -> PemFiles.pair("signpost.kafka", certificate, cut))
          .as("cut after %d characters", length)
          .isInstanceOf(ConfigurationException.class)
          .hasMessageContainingAll("signpost.kafka.key", "cut.key cannot be used");
    }
  }
}

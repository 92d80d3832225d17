package signpost.sample.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/**
 * An authority nobody else trusts, made by the JDK's own keytool when it is first needed, and the
 * certificate it gives the sample web's secure hosts. Its key never leaves this process's memory
 * and a folder that is deleted at once.
 */
final class SampleAuthority {
  /** When the certificate ends: within three weeks of it from the calendar's day twelve on. */
  static final Instant ENDS = HappeningCalendar.DAY_ZERO.plus(Duration.ofDays(33));

  private static final Duration LASTS = Duration.ofDays(90);
  private static final char[] SECRET = "sample-web".toCharArray();
  private static final DateTimeFormatter START =
      DateTimeFormatter.ofPattern("yyyy/MM/dd HH:mm:ss", Locale.ROOT)
          .withZone(ZoneId.systemDefault());

  private @Nullable KeyStore made;
  private @Nullable SSLSocketFactory sockets;

  /** Writes the authority's certificate, for a fetcher to trust. */
  void writeTrust(Path pem) {
    try {
      String body =
          Base64.getMimeEncoder().encodeToString(keys().getCertificate("root").getEncoded());
      Files.writeString(
          pem, "-----BEGIN CERTIFICATE-----\n" + body + "\n-----END CERTIFICATE-----\n");
    } catch (IOException e) {
      throw new UncheckedIOException("The sample web's authority cannot be written to " + pem, e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Sockets of the secure hosts. */
  synchronized SSLSocketFactory sockets() {
    SSLSocketFactory same = sockets;
    if (same == null) {
      same = made(only("web"));
      sockets = same;
    }
    return same;
  }

  private static SSLSocketFactory made(KeyStore web) {
    try {
      var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
      keys.init(web, SECRET);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(keys.getKeyManagers(), null, null);
      return context.getSocketFactory();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This JDK cannot do TLS", e);
    }
  }

  private KeyStore only(String alias) {
    try {
      KeyStore one = KeyStore.getInstance("PKCS12");
      one.load(null, null);
      one.setKeyEntry(
          alias, keys().getKey(alias, SECRET), SECRET, keys().getCertificateChain(alias));
      return one;
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException("This JDK cannot do TLS", e);
    }
  }

  private synchronized KeyStore keys() {
    if (made == null) {
      made = make();
    }
    return made;
  }

  private static KeyStore make() {
    try {
      Path folder = Files.createTempDirectory("sample-web-authority");
      Path store = folder.resolve("keys.p12");
      try {
        Instant begins = ENDS.minus(LASTS);
        keytool(store, "root", begins, LASTS.multipliedBy(20), "-ext", "bc:c");
        String names = "san=" + secureNames();
        keytool(store, "web", begins, LASTS, "-signer", "root", "-ext", names);
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
          keys.load(in, SECRET);
        }
        return keys;
      } finally {
        Files.deleteIfExists(store);
        Files.deleteIfExists(folder);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("The sample web's authority cannot be made", e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("The sample web's authority cannot be made", e);
    }
  }

  private static String secureNames() {
    List<String> names = new ArrayList<>();
    for (SampleHost twin : SampleHost.values()) {
      twin.secureHost().ifPresent(host -> names.add("dns:" + host));
    }
    return String.join(",", names);
  }

  private static void keytool(
      Path store, String name, Instant begins, Duration lasts, String... more) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-J-XX:TieredStopAtLevel=1",
                "-genkeypair",
                "-alias",
                name,
                "-dname",
                "CN=Sample web " + name,
                "-keyalg",
                "EC",
                "-startdate",
                START.format(begins),
                "-validity",
                Long.toString(lasts.toDays()),
                "-keystore",
                store.toString(),
                "-storepass",
                new String(SECRET)));
    command.addAll(List.of(more));
    Process keytool = new ProcessBuilder(command).redirectErrorStream(true).start();
    Optional<String> said = finished(keytool);
    if (said.isPresent()) {
      throw new IOException("keytool: " + said.get());
    }
  }

  /** What it said, if it failed. */
  private static Optional<String> finished(Process keytool) throws IOException {
    try (InputStream out = keytool.getInputStream()) {
      String said = new String(out.readAllBytes(), StandardCharsets.UTF_8);
      return keytool.waitFor() == 0 ? Optional.empty() : Optional.of(said.strip());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }
}

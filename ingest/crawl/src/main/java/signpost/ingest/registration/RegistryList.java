package signpost.ingest.registration;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import signpost.ingest.IngestConfig;
import signpost.ingest.store.IngestMemo;
import signpost.record.store.Database;
import signpost.url.WebUrl;

/**
 * The registries' servers: those that ops put into the data folder, else as IANA listed them last,
 * else those that come with us. IANA is asked once a week, if there is a name to ask about.
 */
@Singleton
final class RegistryList {
  private static final Logger LOG = LoggerFactory.getLogger(RegistryList.class);
  private static final WebUrl IANA = WebUrl.of("https://data.iana.org/rdap/dns.json");
  private static final Duration WEEK = Duration.ofDays(7);
  private static final String LIST = "rdap-dns";
  private static final String ASKED = "rdap-dns-asked";

  private final Path own;
  private final Database database;
  private final RegistryLookup lookup;
  private @Nullable RdapServers known;

  RegistryList(IngestConfig config, Database database, RegistryLookup lookup) {
    this.own = config.data().resolve("rdap-dns.json");
    this.database = database;
    this.lookup = lookup;
  }

  RdapServers servers() {
    RdapServers servers = known;
    if (servers == null) {
      servers = ours().or(this::remembered).orElseGet(RdapServers::builtIn);
      known = servers;
    }
    return servers;
  }

  /** Fetches IANA's list where that was last tried a week ago. */
  void refresh(Instant now) {
    if (Files.exists(own) || !lookup.isReady(IANA) || askedAt().plus(WEEK).isAfter(now)) {
      return;
    }
    Optional<String> list =
        lookup
            .text(IANA)
            .filter(it -> RdapServers.parse(it).filter(RdapServers::isWhole).isPresent());
    if (list.isEmpty()) {
      LOG.info("IANA's list of registries could not be fetched: the last one goes on to count");
    }
    database.write(handle -> {
      IngestMemo.write(handle, ASKED, now.toString());
      list.ifPresent(it -> IngestMemo.write(handle, LIST, it));
      return true;
    });
    known = null;
  }

  private Instant askedAt() {
    return database
        .read(handle -> IngestMemo.read(handle, ASKED))
        .map(Instant::parse)
        .orElse(Instant.EPOCH);
  }

  private Optional<RdapServers> remembered() {
    return database.read(handle -> IngestMemo.read(handle, LIST)).flatMap(RdapServers::parse);
  }

  private Optional<RdapServers> ours() {
    try {
      Optional<RdapServers> servers =
          Files.exists(own) ? RdapServers.parse(Files.readString(own, UTF_8)) : Optional.empty();
      if (Files.exists(own) && servers.isEmpty()) {
        LOG.warn("{} lists no registry, and is passed over", own);
      }
      return servers;
    } catch (IOException e) {
      LOG.warn("{} cannot be read, and is passed over: {}", own, e.getMessage());
      return Optional.empty();
    }
  }
}

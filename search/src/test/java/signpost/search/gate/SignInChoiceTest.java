package signpost.search.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import signpost.record.store.Database;
import signpost.search.SearchRecord;
import signpost.search.account.LocalAccounts;
import signpost.search.audit.SignInWay;
import signpost.search.oidc.ProviderConfig;

final class SignInChoiceTest {
  private static final List<String> NONE = List.of();

  private static ProviderConfig provider(
      String issuer, String client, String groups, List<List<String>> named) {
    return provider(issuer, client, groups, named, false);
  }

  private static ProviderConfig provider(
      String issuer, String client, String groups, List<List<String>> named, boolean trustMails) {
    return new ProviderConfig(
        issuer,
        client,
        "secret",
        "Sign in",
        List.of("openid"),
        groups,
        named.get(0),
        named.get(1),
        named.get(2),
        named.get(3),
        trustMails,
        NONE,
        Optional.empty());
  }

  @Test
  void nobodySignsInByAnAccountWhileAccountsCannotBeRead(@TempDir Path folder) {
    try (Database database =
        Database.open(SearchRecord.SCHEMA, "jdbc:sqlite:" + folder.resolve("search.db"), "", "")) {
      LocalAccounts accounts = LocalAccounts.of(database, InstantSource.system());
      database.write(handle -> handle.execute("DROP TABLE account"));
      SignInChoice choice =
          new SignInChoice(
              new OpsConfig("127.0.0.1", -1, "", ""),
              provider("", "", "groups", List.of(NONE, NONE, NONE, NONE)),
              accounts);
      assertThat(choice.hasAccounts()).isFalse();
      assertThat(choice.isThere()).isFalse();
    }
  }

  @Test
  void sessionByAProviderEndsWithItAndWhenSomebodyElseIsNamedForARole(@TempDir Path folder) {
    String one = "https://one.example";
    List<String> ann = List.of("ann");
    List<List<String>> before = List.of(ann, NONE, NONE, NONE);
    try (Database database =
        Database.open(SearchRecord.SCHEMA, "jdbc:sqlite:" + folder.resolve("search.db"), "", "")) {
      LocalAccounts accounts = LocalAccounts.of(database, InstantSource.system());
      assertThat(
              Stream.of(
                      provider(one, "client", "groups", before),
                      provider("https://other.example", "client", "groups", before),
                      provider(one, "other", "groups", before),
                      provider(one, "client", "roles", before),
                      provider(one, "client", "groups", List.of(NONE, ann, NONE, NONE)),
                      provider(one, "client", "groups", List.of(NONE, NONE, ann, NONE)),
                      provider(one, "client", "groups", List.of(NONE, NONE, NONE, ann)),
                      provider(one, "client", "groups", List.of(ann, ann, NONE, NONE)),
                      provider(one, "client", "groups", before, true))
                  .map(it ->
                      new SignInChoice(new OpsConfig("127.0.0.1", -1, "", ""), it, accounts)
                          .basis(SignInWay.PROVIDER, "ann")))
          .allMatch(Optional::isPresent)
          .doesNotHaveDuplicates();
    }
  }
}

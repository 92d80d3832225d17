package signpost.notifier.token;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Base64;
import org.jdbi.v3.core.Handle;
import signpost.notifier.NotifierRecord;
import signpost.notifier.store.ModuleValues;
import signpost.record.store.Database;

/** The key is made at the first start and stays in the database: links outlive a restart. */
@Factory
final class TokenFactory {
  private static final int KEY_BYTES = 32;

  @Singleton
  LinkTokens tokens(Database database, @Named("clock") InstantSource clock) {
    return new LinkTokens(database.write(TokenFactory::key), clock);
  }

  private static byte[] key(Handle handle) {
    byte[] fresh = new byte[KEY_BYTES];
    new SecureRandom().nextBytes(fresh);
    String kept =
        ModuleValues.first(
            handle, NotifierRecord.TOKEN_KEY, Base64.getEncoder().encodeToString(fresh));
    return Base64.getDecoder().decode(kept);
  }
}

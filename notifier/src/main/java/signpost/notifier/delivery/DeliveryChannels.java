package signpost.notifier.delivery;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** The ways out by name, and which of them an owner has. */
@Singleton
public final class DeliveryChannels {
  public static final String EMAIL = "email";

  /** As e-mail, to ops in an owner's place. */
  public static final String SHADOW = "shadow";

  public static final String WEBHOOK = "webhook";
  public static final String FEED = "feed";

  /** The ways an owner's machines are told: a verified webhook, a feed that was asked for. */
  public List<String> machinesOf(Handle handle, String owner) {
    List<String> ways = new ArrayList<>();
    if (WebhookEndpoints.isReady(handle, owner)) {
      ways.add(WEBHOOK);
    }
    if (FeedReaders.has(handle, owner)) {
      ways.add(FEED);
    }
    return ways;
  }

  /** Whether an owner is told other than by mail. */
  public boolean hasMachine(Handle handle, String owner) {
    return !machinesOf(handle, owner).isEmpty();
  }
}

package signpost.notifier.owner;

import java.time.ZoneId;

/** Somebody who is told. {@code name} may be empty. */
public record Owner(String id, String name, String email, ZoneId zone) {}

package signpost.record;

import java.time.Instant;

/**
 * A loop that does not get on: {@code doing} begins a sentence ("Deciding who is told"), {@code
 * why} ends it ("the database is away (connection refused)"), {@code since} is by the wall.
 */
public record FailingLoop(String name, String doing, Instant since, String why) {}

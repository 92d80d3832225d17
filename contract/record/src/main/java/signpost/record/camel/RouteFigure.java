package signpost.record.camel;

/**
 * How a route did since the process started. {@code failed} are among those that went {@code
 * through}.
 */
public record RouteFigure(String route, long through, long failed, double meanMillis) {}

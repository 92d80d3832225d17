package signpost.notifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLTransientConnectionException;
import java.util.List;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.Predicate;
import org.apache.camel.builder.AdviceWith;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import signpost.notifier.delivery.Deliveries;
import signpost.notifier.delivery.Delivery;
import signpost.notifier.delivery.DeliveryState;
import signpost.notifier.delivery.FailureReason;
import signpost.notifier.owner.Owners;
import signpost.record.Supervisor;
import signpost.record.camel.RouteFigure;
import signpost.record.camel.RouteFigures;

/** What goes wrong in a route is an outcome, and nothing is lost by it. */
class DeliveryRoutesIT extends OnRealParts {
  @Override
  Map<String, Object> database() {
    return Map.of();
  }

  @Test
  void aMailGoesByTheRoutesOfMailAlone() {
    listed(TOOLKIT);
    assertThat(notifier.bean(RouteFigures.class).all())
        .filteredOn(it -> it.through() > 0)
        .extracting(RouteFigure::route)
        .containsExactlyInAnyOrder("delivery-choose", "delivery-mail", "delivery-smtp");
  }

  @Test
  void whatNoRouteForeseesIsARefusalThatReachesOps() throws Exception {
    CamelContext camel = notifier.bean(CamelContext.class);
    AdviceWith.adviceWith(
        camel,
        "delivery-mail",
        route ->
            route
                .weaveAddFirst()
                .filter(isForAnOwner())
                .throwException(new IllegalArgumentException("a mistake of ours")));
    listed(TOOLKIT);

    assertThat(told("mk"))
        .isNotEmpty()
        .allSatisfy(it -> assertThat(it.state()).isEqualTo(DeliveryState.GIVEN_UP))
        .allSatisfy(it -> assertThat(it.reason()).contains(FailureReason.UNWRITABLE))
        .allSatisfy(it -> assertThat(it.attempts()).isEqualTo(1))
        .allSatisfy(it -> assertThat(it.detail()).contains("a mistake of ours"));
    assertThat(told(Owners.OPS))
        .filteredOn(it -> it.id().endsWith("-ops"))
        .isNotEmpty()
        .allSatisfy(it -> assertThat(it.state()).isEqualTo(DeliveryState.SENT));
  }

  @Test
  void aDatabaseThatIsAwayIsNoRefusal() throws Exception {
    AdviceWith.adviceWith(
        notifier.bean(CamelContext.class),
        "delivery-mail",
        route ->
            route
                .weaveAddFirst()
                .throwException(new SQLTransientConnectionException("it is away")));
    notifier.send(Given.guide(TOOLKIT));
    notifier.send(Given.resource(TOOLKIT));
    notifier.send(Given.healthy(TOOLKIT));

    Supervisor supervisor = notifier.bean(Supervisor.class);
    Awaitility.await()
        .untilAsserted(() ->
            assertThat(supervisor.failing())
                .anySatisfy(it -> assertThat(it.why()).startsWith("the database is away (")));
    assertThat(notifier.bean(Deliveries.class).latest(50))
        .isNotEmpty()
        .allSatisfy(it -> assertThat(it.state()).isEqualTo(DeliveryState.SENDING));
  }

  private static Predicate isForAnOwner() {
    return exchange -> !exchange.getMessage().getBody(Delivery.class).owner().equals(Owners.OPS);
  }

  private List<Delivery> told(String owner) {
    return notifier.bean(Deliveries.class).latest(50).stream()
        .filter(it -> it.owner().equals(owner))
        .toList();
  }
}

package chatroom.live;

import static org.assertj.core.api.Assertions.assertThat;

import chatroom.AccountId;
import chatroom.Event;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ChoiceTest {
    private final RoomEvents room = new RoomEvents();

    @Test
    void whoLeadsTheRoomComesFirst() {
        List<Event> events = List.of(room.post(9), room.post(1), room.post(2), room.post(3));

        assertThat(Choice.of(events, 2, Set.of(new AccountId(9))).stream()).containsExactly(0, 3);
    }

    @Test
    void whoFloodsTakesOnePlaceWhileOthersHaveSomethingToSay() {
        List<Event> events = List.of(room.post(1), room.post(2), room.post(5), room.post(5), room.post(5));

        assertThat(Choice.of(events, 3, Set.of()).stream()).containsExactly(0, 1, 4);
    }

    @Test
    void placesThatAreLeftGoToTheNewest() {
        List<Event> events = List.of(room.post(5), room.post(5), room.post(5));

        assertThat(Choice.of(events, 2, Set.of()).stream()).containsExactly(1, 2);
    }

    @Test
    void noMoreThanTheBudgetAreChosenEvenOfThoseWhoLead() {
        List<Event> events = List.of(room.post(9), room.post(9), room.post(9));

        assertThat(Choice.of(events, 2, Set.of(new AccountId(9))).stream()).containsExactly(1, 2);
        assertThat(Choice.of(events, 0, Set.of(new AccountId(9))).stream()).isEmpty();
    }

    @Test
    void whatIsNoPostTakesNoPlace() {
        List<Event> events = List.of(room.post(1), room.edit(1), room.edit(2));

        assertThat(Choice.of(events, 1, Set.of()).stream()).containsExactly(0);
    }
}

package chatroom.live;

import chatroom.AccountId;
import chatroom.Event;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Which posts of a batch all viewers are shown: those of who leads the room first, then the newest one of each author, then
 * the newest. So one who floods takes one place while others have something to say.
 */
final class Choice {
    private final List<Event> events;
    private final BitSet chosen = new BitSet();
    private int left;

    private Choice(List<Event> events, int places) {
        this.events = events;
        this.left = places;
    }

    /** @param leading owners and moderators of the room */
    static BitSet of(List<Event> events, int places, Set<AccountId> leading) {
        var choice = new Choice(events, places);
        choice.newestOf(leading);
        choice.newestOfEach();
        choice.newest();
        return choice.chosen;
    }

    private void newestOf(Set<AccountId> authors) {
        for (int i = events.size() - 1; i >= 0 && left > 0; i--) {
            if (authors.contains(events.get(i).author().id())) {
                choose(i);
            }
        }
    }

    private void newestOfEach() {
        Set<AccountId> seen = new HashSet<>();
        for (int i = events.size() - 1; i >= 0 && left > 0; i--) {
            if (Excerpt.isPost(events.get(i)) && seen.add(events.get(i).author().id())) {
                choose(i);
            }
        }
    }

    private void newest() {
        for (int i = events.size() - 1; i >= 0 && left > 0; i--) {
            choose(i);
        }
    }

    private void choose(int index) {
        if (Excerpt.isPost(events.get(index)) && !chosen.get(index)) {
            chosen.set(index);
            left--;
        }
    }
}

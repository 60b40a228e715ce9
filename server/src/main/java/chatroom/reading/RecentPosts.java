package chatroom.reading;

import chatroom.AccountId;
import chatroom.Position;
import chatroom.room.Reading;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The newest posts of one room that are not deleted, to count from what somebody has not read. Follows the log from the moment
 * it is made; what came before is filled in later. Any thread may call.
 */
final class RecentPosts {
    /** At least so many are held, where there are so many. */
    static final int KEPT = 2 * Reading.UNREAD_MAX;

    private static final int FIRST_CAPACITY = 16;

    private long[] positions = new long[FIRST_CAPACITY];
    private long[] authors = new long[FIRST_CAPACITY];
    private int size;

    /** How many of them each author wrote. */
    private final Map<Long, Integer> written = new HashMap<>();

    /** All posts after this position are here. */
    private long since;

    private boolean filled;
    private final Set<Long> deletedBeforeFilled = new HashSet<>();
    private final Map<AccountId, long[]> mentions = new HashMap<>();
    private boolean mentionsKnown;

    synchronized boolean isFilled() {
        return filled;
    }

    synchronized boolean areMentionsKnown() {
        return mentionsKnown;
    }

    synchronized int size() {
        return size;
    }

    /** What the log had, oldest first; all that anybody counts if it is fewer than {@link #KEPT}. */
    synchronized void fill(List<ReadingStore.Post> known) {
        long[] newerPositions = Arrays.copyOf(positions, size);
        long[] newerAuthors = Arrays.copyOf(authors, size);
        size = 0;
        written.clear();
        since = known.size() < KEPT ? 0 : known.getFirst().position().value() - 1;
        for (ReadingStore.Post post : known) {
            if (!deletedBeforeFilled.contains(post.position().value())) {
                append(post.position().value(), post.author().value());
            }
        }
        for (int i = 0; i < newerPositions.length; i++) {
            append(newerPositions[i], newerAuthors[i]);
        }
        filled = true;
        deletedBeforeFilled.clear();
    }

    synchronized void posted(Position position, AccountId author) {
        append(position.value(), author.value());
    }

    synchronized void deleted(Position message) {
        if (!filled) {
            deletedBeforeFilled.add(message.value());
        }
        int found = Arrays.binarySearch(positions, 0, size, message.value());
        if (found >= 0) {
            forget(authors[found]);
            System.arraycopy(positions, found + 1, positions, found, size - found - 1);
            System.arraycopy(authors, found + 1, authors, found, size - found - 1);
            size--;
        }
        mentionsKnown = false;
    }

    /** Somebody may be named, or named no more, in what was posted or edited. */
    synchronized void mentionsChanged() {
        mentionsKnown = false;
    }

    /** From now on, what {@link #mentionsChanged} says counts again. Called before they are looked up. */
    synchronized void lookingMentionsUp() {
        mentionsKnown = true;
    }

    synchronized void mentions(List<ReadingStore.Mention> found) {
        Map<AccountId, Integer> many = new HashMap<>();
        found.forEach(mention -> many.merge(mention.account(), 1, Integer::sum));
        mentions.clear();
        for (ReadingStore.Mention mention : found) {
            int left = many.merge(mention.account(), -1, Integer::sum);
            long[] messages = mentions.computeIfAbsent(mention.account(), account -> new long[left + 1]);
            messages[left] = mention.message().value();
        }
    }

    /** How many of the posts of others that are here came after a position, up to the most that is counted. */
    synchronized int unread(AccountId reader, Position read) {
        int first = firstAfter(read.value());
        int count = size - first - ownFrom(first, reader.value());
        return Math.min(Reading.UNREAD_MAX, count);
    }

    /** Whether all posts after a position are here. */
    synchronized boolean reachesBackTo(Position read) {
        return read.value() >= since;
    }

    /** Whether there are posts after a position. */
    synchronized boolean goOnAfter(Position position) {
        return firstAfter(position.value()) < size;
    }

    /** The newest post that is not after a position; that itself, if it is not known any more which that is. */
    synchronized Position newestUpTo(Position position) {
        int after = firstAfter(position.value());
        if (after > 0) {
            return new Position(positions[after - 1]);
        }
        return since == 0 ? Position.NONE : position;
    }

    synchronized int mentions(AccountId reader, Position read) {
        long[] messages = mentions.get(reader);
        if (messages == null) {
            return 0;
        }
        long after = Arrays.stream(messages)
                .filter(message -> message > read.value())
                .count();
        return (int) Math.min(Reading.UNREAD_MAX, after);
    }

    private int firstAfter(long position) {
        int found = Arrays.binarySearch(positions, 0, size, position);
        return found >= 0 ? found + 1 : -found - 1;
    }

    /** Most readers wrote none of them, and are not looked for. */
    private int ownFrom(int first, long reader) {
        int own = 0;
        if (written.containsKey(reader)) {
            for (int i = first; i < size; i++) {
                own += authors[i] == reader ? 1 : 0;
            }
        }
        return own;
    }

    /** Does nothing for what is here already. */
    private void append(long position, long author) {
        if (size > 0 && position <= positions[size - 1]) {
            return;
        }
        if (size == positions.length) {
            makeRoom();
        }
        positions[size] = position;
        authors[size] = author;
        size++;
        written.merge(author, 1, Integer::sum);
    }

    private void makeRoom() {
        if (size < 2 * KEPT) {
            int capacity = Math.min(2 * KEPT, 2 * size);
            positions = Arrays.copyOf(positions, capacity);
            authors = Arrays.copyOf(authors, capacity);
            return;
        }
        int dropped = size - KEPT;
        for (int i = 0; i < dropped; i++) {
            forget(authors[i]);
        }
        since = positions[dropped - 1];
        System.arraycopy(positions, dropped, positions, 0, KEPT);
        System.arraycopy(authors, dropped, authors, 0, KEPT);
        size = KEPT;
    }

    private void forget(long author) {
        written.computeIfPresent(author, (who, many) -> many == 1 ? null : many - 1);
    }
}

package chatroom.log;

import chatroom.AccountId;
import chatroom.Change;
import chatroom.ErrorCode;
import chatroom.Event;
import chatroom.MemberRole;
import chatroom.Pace;
import chatroom.Position;
import chatroom.Visibility;
import org.jspecify.annotations.Nullable;

/**
 * The one decision about a proposal, the same in every keeper of the log and on every node: it depends on the proposal, the
 * position offered and the room's state alone, never on a clock, a thread or a store's mood.
 */
public final class Fold {
    private Fold() {}

    /**
     * Decides, and moves the state on if the proposal is accepted.
     *
     * @param state null where there is no such room
     * @param position greater than the room's head; used only if the proposal is accepted
     */
    public static Decision decide(@Nullable RoomState state, Proposal proposal, Position position) {
        if (state == null) {
            return Rights.UNKNOWN;
        }
        Decision instead = proposal.author().id().equals(AccountId.SERVER)
                ? ServerRights.hindrance(state, proposal.change())
                : hindrance(state, proposal);
        if (instead != null) {
            return instead;
        }
        Event event = new Event(
                proposal.room(),
                position,
                state.head(),
                proposal.at(),
                proposal.author(),
                Rights.accepted(state, proposal.change()));
        apply(state, event);
        return new Decision.Accepted(event);
    }

    private static @Nullable Decision hindrance(RoomState state, Proposal proposal) {
        AccountId author = proposal.author().id();
        return switch (proposal.change()) {
            case Change.Joined joined -> Rights.joining(state, author, joined);
            case Change.Left left -> Rights.leaving(state, author, left);
            case Change.Removed removed ->
                Rights.removing(state, author, removed.account().id());
            case Change.RoleSet set -> Rights.ranking(state, author, set);
            case Change.Posted posted -> postHindrance(state, proposal, state.role(author), posted);
            case Change.Edited edited -> amendHindrance(state, author, edited.id());
            case Change.Reacted(var message, var emoji) -> {
                Decision hindrance = amendHindrance(state, author, message);
                yield hindrance == null && state.isReacted(new Reaction(message, author, emoji))
                        ? new Decision.Unchanged(state.head())
                        : hindrance;
            }
            case Change.Unreacted(var message, var emoji) -> {
                Decision hindrance = amendHindrance(state, author, message);
                yield hindrance == null && !state.isReacted(new Reaction(message, author, emoji))
                        ? new Decision.Unchanged(state.head())
                        : hindrance;
            }
            case Change.Deleted deleted -> {
                Decision hindrance = Rights.speaking(state, state.role(author));
                if (hindrance == null && !deleted.writer().equals(author)) {
                    hindrance = Rights.moderating(state, state.role(author));
                }
                yield hindrance == null && state.isDeleted(deleted.id())
                        ? new Decision.Unchanged(state.head())
                        : hindrance;
            }
            case Change.TopicSet _, Change.Renamed _ -> changeHindrance(state, author);
            case Change.SlowModeSet set -> {
                Decision hindrance = changeHindrance(state, author);
                yield hindrance == null && state.slowMode().pace().equals(Pace.manual(set.seconds()))
                        ? new Decision.Unchanged(state.head())
                        : hindrance;
            }
            case Change.SlowModeAdapted _ ->
                new Decision.Refused(ErrorCode.FORBIDDEN, "only the server does this by itself");
            case Change.Archived archived -> {
                Decision hindrance = Rights.moderating(state, state.role(author));
                yield hindrance == null && state.isArchived() == archived.archived()
                        ? new Decision.Unchanged(state.head())
                        : hindrance;
            }
        };
    }

    /** Nothing becomes of what is deleted, also if that happened while somebody was about to change it. */
    private static @Nullable Decision amendHindrance(RoomState state, AccountId author, Position message) {
        Decision hindrance = Rights.speaking(state, state.role(author));
        return hindrance == null && state.isDeleted(message)
                ? new Decision.Refused(ErrorCode.NOT_FOUND, "message not found")
                : hindrance;
    }

    private static @Nullable Decision changeHindrance(RoomState state, AccountId author) {
        Decision hindrance = Rights.moderating(state, state.role(author));
        return hindrance == null ? Rights.archived(state) : hindrance;
    }

    private static @Nullable Decision postHindrance(
            RoomState state, Proposal proposal, @Nullable MemberRole role, Change.Posted posted) {
        String key = posted.key();
        boolean mayRead = state.visibility() == Visibility.PUBLIC ? role != MemberRole.BANNED : Rights.isMember(role);
        // First: a post that stands is told so to whoever retries it, even if it could not be made any more.
        SeenKey seen =
                key == null || !mayRead ? null : state.seen(proposal.author().id(), key, proposal.at());
        if (seen != null) {
            return seen.digest() == TextDigest.of(posted.text())
                    ? new Decision.Duplicate(seen.position(), seen.at())
                    : new Decision.Refused(ErrorCode.CONFLICT, "this key was used for another text");
        }
        Decision hindrance = Rights.speaking(state, role);
        if (hindrance != null) {
            return hindrance;
        }
        Position replyTo = posted.replyTo();
        if (replyTo != null && !state.isPost(replyTo)) {
            return new Decision.Refused(ErrorCode.INVALID, "there is no such message here", "replyTo", null);
        }
        return role == MemberRole.MEMBER ? state.slowHindrance(proposal.author().id(), proposal.at()) : null;
    }

    private static void apply(RoomState state, Event event) {
        state.advance(event.position(), event.at());
        switch (event.change()) {
            case Change.Posted posted -> {
                String key = posted.key();
                if (key != null) {
                    long digest = TextDigest.of(posted.text());
                    state.remember(event.author().id(), new SeenKey(key, event.position(), event.at(), digest));
                }
                state.slowDown(event.author().id(), event.at());
            }
            case Change.Archived archived -> state.setArchived(archived.archived());
            case Change.SlowModeSet set -> state.setSlowMode(Pace.manual(set.seconds()));
            case Change.SlowModeAdapted adapted -> state.setSlowMode(adapted.after());
            case Change.Joined joined -> state.setRole(joined.account().id(), joined.role());
            case Change.Left left -> state.setRole(left.account().id(), null);
            case Change.Removed removed -> state.setRole(removed.account().id(), MemberRole.afterRemoval(state.id()));
            case Change.RoleSet set -> state.setRole(set.account().id(), set.role());
            case Change.Deleted gone -> state.setDeleted(gone.id());
            case Change.Reacted(var message, var emoji) ->
                state.react(new Reaction(message, event.author().id(), emoji));
            case Change.Unreacted(var message, var emoji) ->
                state.unreact(new Reaction(message, event.author().id(), emoji));
            case Change.Edited _, Change.TopicSet _, Change.Renamed _ -> {}
        }
    }
}

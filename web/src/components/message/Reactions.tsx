import { texts } from "../../texts";
import type { Message, Reaction } from "../../wire";
import { useFeature, useLive } from "../live";
import { react } from "./reacting";

export function Reactions({ message }: { message: Message }) {
  const { connection } = useLive();
  const offered = useFeature("reactions");
  if (message.reactions === undefined || message.reactions.length === 0) return null;
  const toggle = ({ emoji, count, mine }: Reaction, button: HTMLElement) => {
    // With the last of them its button goes.
    if (mine && count === 1) button.closest<HTMLElement>("[data-row]")?.focus({ preventScroll: true });
    void react(connection, mine ? "reaction:remove" : "reaction:add", message, emoji);
  };
  return (
    <div className="reactions">
      {message.reactions.map((reaction) => (
        <button
          key={reaction.emoji}
          type="button"
          className="reaction"
          aria-pressed={reaction.mine}
          aria-label={texts.message.reaction(reaction.emoji, reaction.count, reaction.mine)}
          disabled={!offered}
          onClick={({ currentTarget }) => toggle(reaction, currentTarget)}
        >
          <span aria-hidden="true">{reaction.emoji}</span> {reaction.count}
        </button>
      ))}
    </div>
  );
}

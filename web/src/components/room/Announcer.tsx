import { useEffect, useState } from "react";
import type { RoomStore } from "../../live/roomStore";
import { texts } from "../../texts";

const PAUSE_MS = 1_000;
const LONGEST = 200;

/** Reads others' messages to who cannot see them: politely, a burst as a number, never history. */
export function Announcer({ store, me }: { store: RoomStore; me: number }) {
  const [said, setSaid] = useState("");
  useEffect(() => {
    let waiting: { name: string; text: string }[] = [];
    let timer: ReturnType<typeof setTimeout> | undefined;
    const stop = store.heard.subscribe(() => {
      for (const post of store.heard.value)
        if (post.author.id !== me) waiting.push({ name: post.author.name, text: post.text });
      if (waiting.length === 0) return;
      timer ??= setTimeout(() => {
        timer = undefined;
        const lines = waiting.map(({ name, text }) => texts.room.announced(name, text.slice(0, LONGEST)));
        setSaid(lines.length > 3 ? texts.room.announcedMany(lines.length) : lines.join(" "));
        waiting = [];
      }, PAUSE_MS);
    });
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [store, me]);
  return (
    <div className="visually-hidden" aria-live="polite" data-testid="announcer">
      {said}
    </div>
  );
}

import { useEffect, useState } from "react";
import type { RoomStore } from "../../live/roomStore";
import { refusedIn } from "../../room/outgoing";
import { texts } from "../../texts";
import { useLive } from "../live";
import { whyNot } from "../message/whyNot";
import { announcement, anew } from "./announcement";

const PAUSE_MS = 1_000;
const LONGEST = 200;

/** Reads to who cannot see it what others say, politely, a burst as a number, never history; and what of mine is refused. */
export function Announcer({ store, me }: { store: RoomStore; me: number }) {
  const { entries } = useLive().outbox;
  const [said, setSaid] = useState("");
  useEffect(() => {
    let refusals: string[] = [];
    let posts: string[] = [];
    let timer: ReturnType<typeof setTimeout> | undefined;
    const say = () => {
      if (refusals.length + posts.length === 0) return;
      timer ??= setTimeout(() => {
        timer = undefined;
        const words = announcement(refusals, posts);
        setSaid((before) => anew(before, words));
        refusals = [];
        posts = [];
      }, PAUSE_MS);
    };
    const hear = () => {
      for (const post of store.heard.value)
        if (post.author.id !== me)
          posts.push(texts.room.announced(post.author.name, post.text.slice(0, LONGEST)));
      say();
    };
    let known = refusedIn(store.id, entries.value);
    const look = () => {
      const refused = refusedIn(store.id, entries.value);
      for (const { key, failure } of refused)
        if (!known.some((before) => before.key === key)) refusals.push(whyNot(failure));
      known = refused;
      say();
    };
    const ends = [store.heard.subscribe(hear), entries.subscribe(look)];
    return () => {
      clearTimeout(timer);
      for (const end of ends) end();
    };
  }, [store, entries, me]);
  return (
    <div className="visually-hidden" aria-live="polite" data-testid="announcer">
      {said}
    </div>
  );
}

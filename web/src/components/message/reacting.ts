import type { Connection } from "../../live/connection";
import type { Message } from "../../wire";
import { refusalText } from "../refusalText";
import { told } from "../told";

/** Says so where it could not be done: of what was done, the message tells. */
export async function react(
  connection: Pick<Connection, "ask">,
  how: "reaction:add" | "reaction:remove",
  { room, id }: Message,
  emoji: string,
): Promise<void> {
  const answer = await connection.ask(how, { room, id, emoji });
  if (answer.ok !== true) told.set({ text: refusalText(answer) });
}

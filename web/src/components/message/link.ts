import { copy } from "../../browser/clipboard";
import { pathOf } from "../../browser/location";
import { texts } from "../../texts";
import type { Message } from "../../wire";
import { told } from "../told";

/** The address of a message, for others to go to. */
export async function copyLink({ room, id }: Message): Promise<void> {
  const link = window.location.origin + pathOf(room, id);
  if (await copy(link)) return told.set({ text: texts.message.linkCopied });
  // The address bar is the next best place to copy from.
  window.history.replaceState(null, "", link);
  told.set({ text: texts.message.linkInAddress });
}

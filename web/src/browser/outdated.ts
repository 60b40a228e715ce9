const NAME = "chatroom.reloaded";
const AT_MOST_EVERY_MS = 60_000;
const AGAIN_MS = 5_000;

/** A server that was updated has other files than this page asks for: takes the new page, but not over and over. */
export function reloadWhenOutdated(): void {
  window.addEventListener("vite:preloadError", () => void reloadIfAnswered());
}

/** Without a server to come from, the page that is there is better than none. */
export async function reloadIfAnswered(): Promise<void> {
  const answer = await fetch("/", { method: "HEAD", cache: "no-store" }).catch(() => undefined);
  if (answer?.ok === true && mayReload()) window.location.reload();
}

/** Code that the page cannot do without: asked for until it has come. */
export async function untilLoaded<T>(load: () => Promise<T>, onFailed: () => void): Promise<T> {
  for (;;) {
    try {
      return await load();
    } catch {
      onFailed();
      // Some browsers do not ask again on the same page for what once failed to come.
      await reloadIfAnswered();
      await new Promise((resolve) => setTimeout(resolve, AGAIN_MS));
    }
  }
}

function mayReload(): boolean {
  try {
    const last = Number(sessionStorage.getItem(NAME));
    if (Math.abs(Date.now() - last) < AT_MOST_EVERY_MS) return false;
    sessionStorage.setItem(NAME, `${Date.now()}`);
    return true;
  } catch {
    // Nothing can be remembered; the browser knows at least whether this page has come by a reload.
    const came = performance.getEntriesByType("navigation");
    return !came.some((one) => "type" in one && one.type === "reload");
  }
}

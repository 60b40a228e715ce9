import { Store } from "../store";

export type Theme = "light" | "dark" | "auto";
export const THEMES: readonly Theme[] = ["light", "dark", "auto"];

const NAME = "chatroom.theme";
const systemDark = window.matchMedia("(prefers-color-scheme: dark)");

export const theme = new Store<Theme>(remembered());

export function chooseTheme(chosen: Theme): void {
  theme.set(chosen);
  try {
    if (chosen === "auto") localStorage.removeItem(NAME);
    else localStorage.setItem(NAME, chosen);
  } catch {
    // It holds for this page then.
  }
  apply();
}

/** The first paint is `public/theme.js`'s; from here on the system's changes are followed. */
export function followSystem(): void {
  systemDark.addEventListener("change", apply);
}

function apply(): void {
  const dark = theme.value === "dark" || (theme.value === "auto" && systemDark.matches);
  document.documentElement.dataset["bsTheme"] = dark ? "dark" : "light";
  document.querySelector('meta[name="theme-color"]')?.setAttribute("content", dark ? "#141816" : "#f3f5f3");
}

function remembered(): Theme {
  try {
    const held = localStorage.getItem(NAME);
    return held === "light" || held === "dark" ? held : "auto";
  } catch {
    return "auto";
  }
}

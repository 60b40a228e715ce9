import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { App } from "./App";
import { followSystem } from "./browser/theme";
import { followViewport } from "./browser/viewport";
import { session } from "./session/session";
import "./styles/main.scss";

// A server that was updated has other files than this page asks for: take the new page.
window.addEventListener("vite:preloadError", () => {
  const last = Number(sessionStorage.getItem("chatroom.reloaded"));
  if (Date.now() - last < 60_000) return;
  sessionStorage.setItem("chatroom.reloaded", `${Date.now()}`);
  window.location.reload();
});

followSystem();
followViewport();
void session.load();

const root = document.getElementById("root");
if (root === null) throw new Error("index.html has no #root");
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);

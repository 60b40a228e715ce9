import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { App } from "./App";
import { reloadWhenOutdated } from "./browser/outdated";
import { followSystem } from "./browser/theme";
import { followViewport } from "./browser/viewport";
import { session } from "./session/session";
import "./styles/main.scss";

reloadWhenOutdated();
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

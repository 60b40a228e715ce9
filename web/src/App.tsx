import { lazy, Suspense } from "react";
import { untilLoaded } from "./browser/outdated";
import { useStore } from "./browser/useStore";
import { AuthPage } from "./components/auth/AuthPage";
import { Replaced } from "./components/Replaced";
import { Splash } from "./components/Splash";
import { session } from "./session/session";
import { Store } from "./store";

const unreachable = new Store(false);
const chat = untilLoaded(
  () => import("./components/ChatPage"),
  () => unreachable.set(true),
);
const ChatPage = lazy(() => chat);

export function App() {
  const view = useStore(session.view);
  switch (view.status) {
    case "loading":
      return <Splash unreachable={view.unreachable} />;
    case "signed-out":
      return <AuthPage why={view.why} />;
    case "replaced":
      return <Replaced account={view.account} />;
    case "signed-in":
      return (
        <Suspense fallback={<Waiting />}>
          <ChatPage key={view.account.id} live={view.live} />
        </Suspense>
      );
  }
}

function Waiting() {
  return <Splash unreachable={useStore(unreachable)} />;
}

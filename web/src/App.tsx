import { lazy, Suspense } from "react";
import { useStore } from "./browser/useStore";
import { AuthPage } from "./components/auth/AuthPage";
import { Replaced } from "./components/Replaced";
import { Splash } from "./components/Splash";
import { session } from "./session/session";

const chat = import("./components/ChatPage");
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
        <Suspense fallback={<Splash unreachable={false} />}>
          <ChatPage key={view.account.id} live={view.live} />
        </Suspense>
      );
  }
}

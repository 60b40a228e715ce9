import { Component, type ReactNode } from "react";
import { reloadIfAnswered } from "../browser/outdated";
import { texts } from "../texts";
import { told } from "./told";

interface Properties {
  onClose: () => void;
  children: ReactNode;
}

/** Around a dialog whose code is fetched when it is wanted: where that fails, the page stays, and says so. */
export class Unreached extends Component<Properties> {
  override state = { failed: false };

  static getDerivedStateFromError() {
    return { failed: true };
  }

  override componentDidCatch() {
    told.set({ text: texts.auth.unreachable });
    this.props.onClose();
    // What once failed to come is not asked for again by the same page.
    void reloadIfAnswered();
  }

  override render() {
    return this.state.failed ? null : this.props.children;
  }
}

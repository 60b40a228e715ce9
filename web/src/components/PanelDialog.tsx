import { type ReactNode, useEffect, useRef } from "react";
import { closePanel, openPanel, type Panel, panelPath } from "../browser/location";
import { Dialog } from "./Dialog";

interface Properties {
  title: string;
  panel: Panel;
  sections: readonly { readonly panel: Panel; readonly label: string }[];
  children: ReactNode;
}

/** A dialog of several sections, each with an address of its own. */
export function PanelDialog({ title, panel, sections, children }: Properties) {
  const nav = useRef<HTMLElement>(null);
  // On a phone the sections lie side by side, more of them than there is room for.
  useEffect(() => {
    nav.current?.querySelector("[aria-current]")?.scrollIntoView({ block: "nearest", inline: "center" });
  }, [panel.section]);
  return (
    <Dialog title={title} className="panel" onClose={closePanel}>
      <nav ref={nav} className="panel-nav" aria-label={title}>
        {sections.map(({ panel: to, label }) => (
          <a
            key={to.section}
            href={panelPath(to)}
            aria-current={to.section === panel.section ? "page" : undefined}
            onClick={(event) => {
              if (event.metaKey || event.ctrlKey || event.shiftKey) return;
              event.preventDefault();
              openPanel(to);
            }}
          >
            {label}
          </a>
        ))}
      </nav>
      <div className="panel-section" key={panel.section}>
        {children}
      </div>
    </Dialog>
  );
}

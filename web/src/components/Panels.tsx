import { lazy, Suspense } from "react";
import { closePanel, place } from "../browser/location";
import { useStore } from "../browser/useStore";
import type { RoomStore } from "../live/roomStore";
import { Unreached } from "./Unreached";

const SettingsDialog = lazy(() => import("./settings/SettingsDialog"));
const AdministrationDialog = lazy(() => import("./administration/AdministrationDialog"));
const RoomDialog = lazy(() => import("./roomdetails/RoomDialog"));

/** The dialog that the address names, over the room. Loaded when it is first wanted. */
export function Panels({ store }: { store: RoomStore }) {
  const { panel } = useStore(place);
  if (panel === undefined) return null;
  return (
    <Unreached onClose={closePanel}>
      <Suspense>
        {panel.of === "settings" && <SettingsDialog section={panel.section} />}
        {panel.of === "administration" && <AdministrationDialog section={panel.section} />}
        {panel.of === "room" && <RoomDialog store={store} section={panel.section} />}
      </Suspense>
    </Unreached>
  );
}

import type { ServerDescription } from "../wire";
import { call } from "./http";

export async function describe(): Promise<ServerDescription> {
  return call("GET", "/api/server");
}

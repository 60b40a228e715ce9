import { serverClock } from "../clocks";
import type { ErrorCode, Refusal } from "../wire";

/** The server refused, in the contract's words. */
export class RefusedError extends Error {
  constructor(readonly refusal: Refusal) {
    super(refusal.detail);
    this.name = "RefusedError";
  }

  get code(): ErrorCode {
    return this.refusal.code;
  }
}

/** No answer, or one that is not the server's own (a proxy's error page, say). Trying again may help. */
export class UnreachableError extends Error {
  constructor(options?: ErrorOptions) {
    super("the server did not answer", options);
    this.name = "UnreachableError";
  }
}

const PATIENCE_MS = 20_000;

type Method = "GET" | "POST" | "PUT" | "PATCH" | "DELETE";

export async function call<T>(
  method: Method,
  path: string,
  body?: unknown,
  signal?: AbortSignal,
): Promise<T> {
  const patience = AbortSignal.timeout(PATIENCE_MS);
  let response: Response;
  let answer: unknown;
  try {
    response = await fetch(path, {
      method,
      credentials: "same-origin",
      signal: signal ? AbortSignal.any([signal, patience]) : patience,
      headers: body === undefined ? {} : { "Content-Type": "application/json" },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    serverClock.heard(Date.parse(response.headers.get("Date") ?? ""));
    answer = response.status === 204 ? undefined : await response.json();
  } catch (cause) {
    signal?.throwIfAborted();
    throw new UnreachableError({ cause });
  }
  if (response.ok) return answer as T;
  if (!isRefusal(answer)) throw new UnreachableError();
  throw new RefusedError(answer);
}

export function query(parameters: Record<string, string | number | undefined>): string {
  const present = Object.entries(parameters).filter(
    (entry): entry is [string, string | number] => entry[1] !== undefined,
  );
  return present.length === 0
    ? ""
    : `?${new URLSearchParams(present.map(([k, v]) => [k, String(v)])).toString()}`;
}

export function isRefusal(value: unknown): value is Refusal {
  return typeof value === "object" && value !== null && "code" in value && typeof value.code === "string";
}

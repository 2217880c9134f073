// Owns the refusal of changes that another site makes in a signed-in person's name (CSRF). Pure.

export type Headers = Readonly<Record<string, string | string[] | undefined>>;

const safeMethods = new Set(["GET", "HEAD", "OPTIONS"]);

/**
 * Browsers say where a request comes from and pages cannot forge it; agents and command lines say nothing
 * and carry no cookie. SameSite=Strict stands behind this as the second wall.
 */
export function comesFromAnotherSite(method: string, headers: Headers): boolean {
  if (safeMethods.has(method)) return false;
  const site = headers["sec-fetch-site"];
  if (site !== undefined && site !== "same-origin" && site !== "none") return true;
  const origin = headers["origin"];
  if (origin === undefined) return false;
  return hostOf(origin) !== headers["host"];
}

/** "null", the origin of a sandboxed frame such as a game, has no host. */
function hostOf(origin: string | string[]): string | undefined {
  return typeof origin === "string" && URL.canParse(origin) ? new URL(origin).host : undefined;
}

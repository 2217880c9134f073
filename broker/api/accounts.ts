// Owns the contract of signing in and out.
import { z } from "zod";
import { schoolId, staffId } from "../../protocol/ids.ts";
import { permission } from "./permissions.ts";
import { defineRoutes } from "./route.ts";

export const signedIn = z.object({
  staffId,
  displayName: z.string(),
  /** Codes of the person's roles, e.g. "itOfficer", with the name shown. */
  roles: z.array(z.object({ code: z.string(), name: z.string() })),
  permissions: z.array(permission),
  school: z.object({ id: schoolId, name: z.string(), zone: z.string() }),
});
export type SignedIn = z.infer<typeof signedIn>;

export const accountRoutes = defineRoutes({
  signIn: {
    method: "POST",
    path: "/api/session",
    permission: "public",
    summary: "Sign in; sets the session cookie",
    body: z.object({ username: z.string().min(1).max(100), password: z.string().min(1).max(200) }),
    reply: signedIn,
  },
  whoAmI: {
    method: "GET",
    path: "/api/session",
    permission: "signedIn",
    summary: "Who is signed in",
    reply: signedIn,
  },
  signOut: {
    method: "DELETE",
    path: "/api/session",
    permission: "signedIn",
    summary: "Sign out",
    reply: null,
  },
});

// Owns who is signed in, for every page below the shell.
import { createContext, useContext } from "react";
import type { SignedIn } from "../../api/accounts.ts";
import type { Permission } from "../../api/permissions.ts";

export const AccountContext = createContext<SignedIn | null>(null);

export function useAccount(): SignedIn {
  const account = useContext(AccountContext);
  if (account === null) throw new Error("useAccount stands outside of a signed-in page");
  return account;
}

/** The hub checks every call again; this only hides what would be refused. */
export function usePermission(permission: Permission): boolean {
  return useAccount().permissions.includes(permission);
}

// Owns the words for what a key may. A permission of a newer hub is shown by its name.
import type { TFunction } from "i18next";
import type { Permission } from "../../api/permissions.ts";
import { vi } from "./texts/vi.ts";

type Worded = keyof typeof vi.permission;
const isWorded = (permission: string): permission is Worded => Object.hasOwn(vi.permission, permission);

export function permissionText(t: TFunction<"integrations">, permission: Permission): string {
  return isWorded(permission) ? t(`permission.${permission}`) : permission;
}

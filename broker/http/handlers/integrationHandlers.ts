// Owns the routes of what other programs get from the hub.
import type { integrationRoutes } from "../../api/integrations.ts";
import type { AccessKeys } from "../../integrations/accessKeys.ts";
import type { HomeAssistant } from "../../integrations/homeAssistant/homeAssistant.ts";
import { refuse } from "../refusal.ts";
import type { Handlers } from "../routeHandlers.ts";

export type Integrations = { readonly keys: AccessKeys; readonly homeAssistant: HomeAssistant };

export function integrationHandlers({
  keys,
  homeAssistant,
}: Integrations): Handlers<keyof typeof integrationRoutes> {
  return {
    listAccessKeys: async () => ({ ok: true, value: await keys.list() }),
    async createAccessKey({ person, body }) {
      const made = await keys.create(person, body);
      return made.ok
        ? made
        : refuse("NOT_ALLOWED", {
            detail: made.detail,
            message:
              "Khóa không thể có quyền mà chính bạn không có. Chưa tạo khóa nào. Hãy bỏ bớt quyền rồi thử lại.",
          });
    },
    async removeAccessKey({ person, params }) {
      const removed = await keys.remove(person, params.accessKeyId);
      return removed.ok ? removed : refuse("NOT_FOUND", { detail: removed.detail });
    },
    showHomeAssistant: async () => ({ ok: true, value: await homeAssistant.state() }),
    async changeHomeAssistant({ actor, body }) {
      const changed = await homeAssistant.change(actor, body);
      return changed.ok ? changed : askPassword(changed.detail);
    },
    async testHomeAssistant({ actor, body }) {
      const tried = await homeAssistant.test(actor, body);
      return tried.ok ? tried : askPassword(tried.detail);
    },
  };
}

const askPassword = (detail: string) =>
  refuse("INVALID_INPUT", {
    detail,
    fields: { password: "Địa chỉ hoặc tên đăng nhập đã đổi nên cần gõ lại mật khẩu." },
  });

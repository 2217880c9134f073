// Owns the routes of the rotation.
import type { RotationRules, rotationRoutes } from "../../api/rotation.ts";
import type { Rotation } from "../../timetable/rotation/rotation.ts";
import { type Refusal, refuse } from "../refusal.ts";
import type { Handlers } from "../routeHandlers.ts";

/** Five terms: nobody plans more at a time. */
const longestSpanMs = 400 * 86_400_000;

export function rotationHandlers(rotation: Rotation): Handlers<keyof typeof rotationRoutes> {
  return {
    showRotation: async () => ({ ok: true, value: await rotation.show() }),
    async proposeRotation({ body }) {
      return refuseSpan(body) ?? { ok: true, value: await rotation.propose(body) };
    },
    async takeRotation({ actor, body }) {
      return refuseSpan(body) ?? { ok: true, value: await rotation.take(actor, body) };
    },
  };
}

function refuseSpan({ fromDate, untilDate }: RotationRules): Refusal | undefined {
  const ms = Date.parse(untilDate) - Date.parse(fromDate);
  if (ms >= 0 && ms <= longestSpanMs) return undefined;
  return refuse("INVALID_INPUT", {
    detail: `${fromDate} to ${untilDate}`,
    message:
      ms < 0
        ? "Ngày cuối không được trước ngày đầu. Chưa có gì thay đổi. Hãy chọn lại khoảng ngày."
        : "Khoảng ngày này dài hơn một năm học. Chưa có gì thay đổi. Hãy chọn khoảng ngắn hơn.",
  });
}

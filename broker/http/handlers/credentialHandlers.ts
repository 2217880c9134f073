// Owns the routes of devices' credentials, replacements and enrolment files.
import type { Kysely } from "kysely";
import { enrolmentFileName } from "../../../protocol/enrolmentFile.ts";
import type { DeviceId } from "../../../protocol/ids.ts";
import type { CredentialReply, credentialRoutes } from "../../api/credentials.ts";
import type { CredentialState, HubCore } from "../../hubServices.ts";
import type { Tables } from "../../store/schema.ts";
import { refuse } from "../refusal.ts";
import type { Handlers } from "../routeHandlers.ts";
import { type HubAddresses, showEnrolment } from "./deviceHandlers.ts";

export type CredentialHandlersDependencies = {
  readonly core: Pick<HubCore, "credentials" | "enrolments" | "isEncrypted" | "school">;
  readonly query: Kysely<Tables>;
  readonly addresses: HubAddresses;
};

export function credentialHandlers(
  deps: CredentialHandlersDependencies,
): Handlers<keyof typeof credentialRoutes> {
  const { core, query, addresses } = deps;
  const { credentials, enrolments } = core;
  const shown = (id: DeviceId, state: CredentialState): { ok: true; value: CredentialReply } => ({
    ok: true,
    value: {
      ...state,
      usedTwice:
        state.usedTwice === null ? null : { ...state.usedTwice, addresses: [...state.usedTwice.addresses] },
      encrypted: core.isEncrypted(id),
    },
  });

  return {
    async showCredentials({ params: { deviceId } }) {
      const state = await credentials.show(deviceId);
      return state.ok ? shown(deviceId, state.value) : state;
    },
    async rotateSecret({ actor, params: { deviceId } }) {
      const state = await credentials.rotate(actor, deviceId);
      if (state.ok) return shown(deviceId, state.value);
      if (state.code === "NOT_FOUND") return refuse("NOT_FOUND", { detail: state.detail });
      return refuse("CONFLICT", {
        detail: state.detail,
        message:
          "Màn hình web giữ khóa trong trình duyệt nên không đổi từ xa được. Khóa cũ vẫn dùng được. Muốn khóa mới, hãy bấm “Thay máy” rồi mở mã mới trên chính màn hình đó.",
      });
    },
    async settleUsedTwice({ actor, params: { deviceId } }) {
      const state = await credentials.settleUsedTwice(actor, deviceId);
      return state.ok ? shown(deviceId, state.value) : state;
    },
    async createReplacement({ actor, params: { deviceId }, caller }) {
      const made = await enrolments.createReplacement(actor, deviceId);
      return made.ok ? { ok: true, value: showEnrolment(made.value, addresses, caller) } : made;
    },
    async createEnrolmentFile({ actor, body, caller }) {
      const { roomId, stations } = body;
      const orders = stations.map((station) => ({ ...station, kind: "station" as const, roomId }));
      const made = await enrolments.createFile(actor, orders);
      if (!made.ok) return made;
      const [first] = made.value;
      if (first?.fileId == null) throw new Error("a file without codes was made");
      const room = await query
        .selectFrom("room")
        .select("name")
        .where("id", "=", roomId ?? "")
        .executeTakeFirst();
      return {
        ok: true,
        value: {
          fileId: first.fileId,
          fileName: enrolmentFileName,
          file: {
            type: "kidsmart-enrolment",
            version: 1,
            schoolName: core.school.name,
            caPem: addresses.authority.certificatePem,
            hubs: addresses.secureHubs(caller.calledAs),
            expiresAt: first.expiresAt,
            entries: made.value.map(({ code, deviceName, kind, stationNumber, emblem }) => ({
              code,
              deviceName,
              kind,
              stationNumber,
              emblem,
              roomName: room?.name ?? null,
            })),
          },
        },
      };
    },
    withdrawEnrolmentFile: ({ actor, params: { fileId } }) => enrolments.withdrawFile(actor, fileId),
  };
}

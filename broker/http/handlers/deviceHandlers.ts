// Owns the routes of devices, their history, commands and enrolment.
import type { DeviceIdentity } from "../../../protocol/enrolment.ts";
import { enrolmentLink, typedCode } from "../../../protocol/enrolmentText.ts";
import type { deviceRoutes, Enrolment } from "../../api/devices.ts";
import type { Authority } from "../../certificates/authority.ts";
import type { EnrolmentCode, HubCore } from "../../hubServices.ts";
import type { DeviceHistory } from "../deviceHistory.ts";
import { refuse } from "../refusal.ts";
import type { Caller, Handlers } from "../routeHandlers.ts";

export type DeviceHandlersDependencies = {
  readonly core: Pick<HubCore, "devices" | "enrolments" | "commands">;
  readonly history: DeviceHistory;
  /** Where devices reach the hub that a browser calls by this name. */
  readonly addresses: HubAddresses;
};

export type HubAddresses = {
  /** e.g. "http://192.168.1.10:8080". */
  httpUrl(calledAs: Caller["calledAs"]): string;
  /** In the clear and therefore on loopback: "mqtt://127.0.0.1:1883". */
  mqttUrl(calledAs: Caller["calledAs"]): string;
  /** Where HTTPS is to be had, as "192.168.1.10:8443"; what the caller itself reaches comes first. */
  secureHubs(calledAs: Caller["calledAs"]): string[];
  /** What a device that came over TLS keeps. */
  secureWay(calledAs: Caller["calledAs"]): Required<Pick<DeviceIdentity, "mqttUrl" | "caPem" | "hubUrls">>;
  /** The hub listens to this computer only. */
  readonly onThisComputerOnly: boolean;
  readonly authority: Pick<Authority, "certificatePem" | "fingerprint">;
};

const commandsShown = 50;

export function deviceHandlers(deps: DeviceHandlersDependencies): Handlers<keyof typeof deviceRoutes> {
  const { history, addresses } = deps;
  const { devices, enrolments, commands } = deps.core;

  const shown = (order: EnrolmentCode, caller: Caller) => showEnrolment(order, addresses, caller);

  return {
    listDevices: async () => ({ ok: true, value: devices.rows(devices.list().map(({ id }) => id)) }),
    async showDevice({ params: { deviceId } }) {
      const device = devices.find(deviceId);
      if (device === undefined) return refuse("NOT_FOUND", { detail: `no device ${deviceId}` });
      return {
        ok: true,
        value: {
          ...devices.row(deviceId),
          inventory: devices.inventory(deviceId),
          allowReboot: device.allowReboot,
          allowScreenshot: device.allowScreenshot,
          commands: await commands.list(deviceId, commandsShown),
          clockErrorMs: devices.clockErrorMs(deviceId),
        },
      };
    },
    async changeDevice({ actor, params: { deviceId }, body }) {
      const outcome = await devices.change(actor, deviceId, body);
      return outcome.ok ? { ok: true, value: devices.row(deviceId) } : outcome;
    },
    async revokeDevice({ actor, params: { deviceId } }) {
      const outcome = await devices.revoke(actor, deviceId);
      return outcome.ok ? { ok: true, value: null } : outcome;
    },
    async deviceHealth({ params: { deviceId }, query: { from, to } }) {
      if (devices.find(deviceId) === undefined)
        return refuse("NOT_FOUND", { detail: `no device ${deviceId}` });
      return { ok: true, value: await history.health(deviceId, from, to) };
    },
    async deviceEvents({ params: { deviceId }, query: { before, limit } }) {
      const device = devices.find(deviceId);
      if (device === undefined) return refuse("NOT_FOUND", { detail: `no device ${deviceId}` });
      return { ok: true, value: await history.events(device, before, limit) };
    },
    async createEnrolment({ actor, body, caller }) {
      const outcome = await enrolments.create(actor, body);
      return outcome.ok ? { ok: true, value: shown(outcome.value, caller) } : outcome;
    },
    async listEnrolments({ caller }) {
      return { ok: true, value: (await enrolments.list()).map((order) => shown(order, caller)) };
    },
    withdrawEnrolment: ({ actor, params }) => enrolments.withdraw(actor, params.code),
    async claimEnrolment({ body, caller }) {
      const outcome = await enrolments.claim(body, caller.address);
      if (!outcome.ok) return outcome;
      const way = caller.calledAs.direct
        ? addresses.secureWay(caller.calledAs)
        : { mqttUrl: addresses.mqttUrl(caller.calledAs) };
      return { ok: true, value: { ...outcome.value, ...way } };
    },
  };
}

/** A code as people see it: to type, to scan, to open in a browser. */
export function showEnrolment(order: EnrolmentCode, addresses: HubAddresses, caller: Caller): Enrolment {
  const hubs = addresses.secureHubs(caller.calledAs);
  const { fingerprint } = addresses.authority;
  const code = order.code.replace("-", "");
  const typed = typedCode(code, fingerprint);
  return {
    ...order,
    url: `${addresses.httpUrl(caller.calledAs)}/screen?code=${order.code}`,
    typedCode: typed,
    link: enrolmentLink({ code, fingerprint, hubs }),
    agentCommand: `npm run agent -- --hub ${hubs[0]} --code ${typed}`,
    agentOnHubOnly: addresses.onThisComputerOnly,
  };
}

// Owns the routes of devices, their history, commands and enrolment.
import type { deviceRoutes, Enrolment } from "../../api/devices.ts";
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
  /** e.g. "mqtt://192.168.1.10:1883". */
  mqttUrl(calledAs: Caller["calledAs"]): string;
  /** While MQTT listens on loopback: the address by which only this computer's agent reaches the hub. */
  ownHttpUrl(): string | undefined;
};

const commandsShown = 50;

export function deviceHandlers(deps: DeviceHandlersDependencies): Handlers<keyof typeof deviceRoutes> {
  const { history, addresses } = deps;
  const { devices, enrolments, commands } = deps.core;

  function shown(order: EnrolmentCode, caller: Caller): Enrolment {
    const hub = addresses.httpUrl(caller.calledAs);
    const own = addresses.ownHttpUrl();
    return {
      ...order,
      url: `${hub}/screen?code=${order.code}`,
      agentCommand: `npm run agent -- --hub ${own ?? hub} --code ${order.code}`,
      agentOnHubOnly: own !== undefined,
    };
  }

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
    sendCommand: ({ actor, params, body }) => commands.send(actor, params.deviceId, body),
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
      return { ok: true, value: { ...outcome.value, mqttUrl: addresses.mqttUrl(caller.calledAs) } };
    },
  };
}

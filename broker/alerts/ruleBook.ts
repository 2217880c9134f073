// Owns changing what is watched and when it is quiet: rules and maintenance windows.
import type { Kysely } from "kysely";
import { v7 } from "uuid";
import { ok, type Result } from "../../protocol/result.ts";
import type {
  AlertRule,
  AlertRuleId,
  AlertRuleOrder,
  MaintenanceWindow,
  MaintenanceWindowId,
  MaintenanceWindowOrder,
} from "../api/alerts.ts";
import type { Audit } from "../audit/audit.ts";
import type { Actor } from "../hubServices.ts";
import { notFound, type Refused, refuseFields } from "../school/refused.ts";
import type { Tables } from "../store/schema.ts";
import { type KeptWindow, readRules, readWindows, ruleColumns } from "./alertRows.ts";
import { judgeRule, judgeWindow, type KnownPlaces } from "./judgeRule.ts";
import { isWithin } from "./schedule.ts";

export type RuleBookDependencies = {
  readonly query: Kysely<Tables>;
  readonly audit: Audit;
  readonly clock: { now(): number };
  readonly known: () => Promise<KnownPlaces>;
  readonly zone: () => string;
  /** Rules or windows are others now. */
  readonly changed: () => Promise<void>;
};

type Outcome<Value> = Promise<Result<Value, never> | Refused>;

export type RuleBook = {
  rules(): Promise<AlertRule[]>;
  addRule(actor: Actor, order: AlertRuleOrder): Outcome<AlertRule>;
  changeRule(actor: Actor, id: AlertRuleId, order: AlertRuleOrder): Outcome<AlertRule>;
  removeRule(actor: Actor, id: AlertRuleId): Outcome<null>;
  windows(): Promise<MaintenanceWindow[]>;
  addWindow(actor: Actor, order: MaintenanceWindowOrder): Outcome<MaintenanceWindow>;
  removeWindow(actor: Actor, id: MaintenanceWindowId): Outcome<null>;
};

/** Single windows that are over are kept so long, ms: somebody may ask why nothing was told. */
const keepOverMs = 30 * 24 * 60 * 60_000;

export function makeRuleBook({ query, audit, clock, known, zone, changed }: RuleBookDependencies): RuleBook {
  async function findRule(id: AlertRuleId): Promise<AlertRule | undefined> {
    return (await readRules(query)).find((rule) => rule.id === id);
  }

  async function told(actor: Actor, action: "alertRule.add" | "alertRule.change", id: AlertRuleId) {
    const rule = await findRule(id);
    if (rule === undefined) throw new Error(`alert rule ${id} vanished`);
    const { measure, setThreshold, clearThreshold, severity, enabled } = rule;
    await audit.write({
      actor: actor.name,
      action,
      subject: rule.name,
      detail: { ruleId: id, measure, setThreshold, clearThreshold, severity, enabled },
    });
    await changed();
    return ok(rule);
  }

  // Schema of the API; `running` is of now.
  const shown = (window: KeptWindow): MaintenanceWindow => ({
    ...window,
    id: window.id as MaintenanceWindowId,
    running: isWithin(window.time, clock.now(), zone()),
  });

  return {
    rules: () => readRules(query),
    async addRule(actor, order) {
      const fields = judgeRule(order, await known());
      if (Object.keys(fields).length > 0) return refuseFields(fields);
      const id = v7() as AlertRuleId;
      await query
        .insertInto("alertRule")
        .values({ id, ...ruleColumns(order), changedBy: actor.name, changedAt: clock.now() })
        .execute();
      return told(actor, "alertRule.add", id);
    },
    async changeRule(actor, id, order) {
      if ((await findRule(id)) === undefined) return notFound(`no rule ${id}`);
      const fields = judgeRule(order, await known());
      if (Object.keys(fields).length > 0) return refuseFields(fields);
      await query
        .updateTable("alertRule")
        .set({ ...ruleColumns(order), changedBy: actor.name, changedAt: clock.now() })
        .where("id", "=", id)
        .execute();
      return told(actor, "alertRule.change", id);
    },
    async removeRule(actor, id) {
      const rule = await findRule(id);
      if (rule === undefined) return notFound(`no rule ${id}`);
      await query.deleteFrom("alertRule").where("id", "=", id).execute();
      await audit.write({
        actor: actor.name,
        action: "alertRule.remove",
        subject: rule.name,
        detail: { ruleId: id },
      });
      await changed();
      return ok(null);
    },
    async windows() {
      const now = clock.now();
      const kept = await readWindows(query);
      return kept
        .filter(({ time }) => time.repeats === "weekly" || time.untilAt > now - keepOverMs)
        .map(shown);
    },
    async addWindow(actor, order) {
      const fields = judgeWindow(order, clock.now(), await known());
      if (Object.keys(fields).length > 0) return refuseFields(fields);
      const window = { ...order, id: v7(), createdBy: actor.name, createdAt: clock.now() };
      await query
        .insertInto("maintenanceWindow")
        .values({ ...window, place: JSON.stringify(order.place), time: JSON.stringify(order.time) })
        .execute();
      await audit.write({
        actor: actor.name,
        action: "maintenanceWindow.add",
        subject: order.reason,
        detail: { place: order.place, time: order.time },
      });
      await changed();
      return ok(shown(window));
    },
    async removeWindow(actor, id) {
      const window = (await readWindows(query)).find((each) => each.id === id);
      if (window === undefined) return notFound(`no window ${id}`);
      await query.deleteFrom("maintenanceWindow").where("id", "=", id).execute();
      await audit.write({
        actor: actor.name,
        action: "maintenanceWindow.remove",
        subject: window.reason,
        detail: { place: window.place, time: window.time },
      });
      await changed();
      return ok(null);
    },
  };
}

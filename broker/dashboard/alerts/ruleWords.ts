// Owns a rule and a measured value in plain words.
import { type MeasureName, measures } from "../../api/alertMeasures.ts";
import type { AlertRule, AlertRuleOrder } from "../../api/alerts.ts";
import { useHubQuery } from "../client/hubQuery.ts";
import { useFormat } from "../text/format.ts";
import { useTexts } from "./texts/useTexts.ts";

export function useRuleWords() {
  const { t, common } = useTexts();
  const format = useFormat();
  const rooms = useHubQuery("listRooms", {}).data ?? [];

  const isState = (name: MeasureName) => measures[name].kind === "state";

  function value(name: MeasureName, number: number): string {
    switch (name) {
      case "diskFreeMiB":
      case "hubDiskFreeMiB":
        return format.size(number);
      case "temperatureC":
        return format.degrees(number);
      case "clockErrorSeconds":
        return format.span(Math.abs(number) * 1000);
      default:
        return format.number(number);
    }
  }

  type Words = Omit<AlertRuleOrder, "measure"> & { readonly measure: MeasureName };

  function sentence(rule: Words): string {
    const { bad, kind } = measures[rule.measure];
    const measure = t(`measure.${rule.measure}`);
    const what =
      kind === "state"
        ? t("rules.so", { measure })
        : t(bad === "above" ? "rules.above" : "rules.below", {
            measure,
            value: value(rule.measure, rule.setThreshold),
          });
    const cleared =
      kind === "state"
        ? t("rules.clearSo")
        : t(bad === "above" ? "rules.clearAbove" : "rules.clearBelow", {
            value: value(rule.measure, rule.clearThreshold),
          });
    const clearFor =
      rule.clearForSeconds <= 0
        ? ""
        : t("rules.clearFor", { span: format.span(rule.clearForSeconds * 1000) });
    const severity = t(`severity.${rule.severity}`).toLocaleLowerCase();
    const clear = `${cleared}${clearFor}`;
    if (rule.setForSeconds <= 0) return t("rules.sentenceAt", { what, severity: `“${severity}”`, clear });
    const span = format.span(rule.setForSeconds * 1000);
    return t("rules.sentence", { what, span, severity: `“${severity}”`, clear });
  }

  function scope({ group, measure, times }: Pick<AlertRule, "group" | "measure" | "times">): string {
    return `${groupText(group, measure)} · ${t(`rules.times.${times}`)}`;
  }

  function groupText(group: AlertRule["group"], measure: MeasureName): string {
    if (measures[measure].ofHub === true) return t("rules.group.hub");
    switch (group.of) {
      case "all":
        return t("rules.group.all");
      case "kinds":
        return t("rules.group.kinds", {
          names: group.kinds.map((kind) => common(`kind.${kind}`)).join(", "),
        });
      case "rooms": {
        const names = rooms.filter(({ id }) => group.roomIds.includes(id)).map(({ name }) => name);
        return t("rules.group.rooms", { count: group.roomIds.length, names: names.join(", ") });
      }
      case "devices":
        return t("rules.group.devices", { count: group.deviceIds.length });
    }
  }

  return { isState, value, sentence, scope };
}

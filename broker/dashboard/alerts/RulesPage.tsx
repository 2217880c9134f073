// Owns the page of rules: each a plain sentence with a switch.
import { Button, Switch } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { IconPencil, IconPlus } from "@tabler/icons-react";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { AlertRule } from "../../api/alerts.ts";
import { usePermission } from "../account/account.ts";
import { callApi } from "../client/callApi.ts";
import { useHubQuery } from "../client/hubQuery.ts";
import { useErrorText } from "../parts/errorText.ts";
import { EmptyState, ErrorState, LoadingRows } from "../parts/states.tsx";
import { AlertTabs } from "./AlertTabs.tsx";
import { MeasureIcon } from "./MeasureIcon.tsx";
import { RuleEditor } from "./RuleEditor.tsx";
import { useRuleWords } from "./ruleWords.ts";
import { useTexts } from "./texts/useTexts.ts";

export function RulesPage() {
  const { t } = useTexts();
  const mayManage = usePermission("alerts.manage");
  const rules = useHubQuery("listAlertRules", {});
  const [edited, setEdited] = useState<AlertRule | "new" | null>(null);
  const add = mayManage && (
    <Button leftSection={<IconPlus size={18} />} onClick={() => setEdited("new")}>
      {t("rules.add")}
    </Button>
  );
  return (
    <>
      <AlertTabs tab="rules" lead={t("rules.lead")} actions={add} />
      {rules.isError && rules.data === undefined ? (
        <ErrorState error={rules.error} onRetry={() => void rules.refetch()} />
      ) : rules.data === undefined ? (
        <LoadingRows rows={6} height={76} />
      ) : rules.data.length === 0 ? (
        <EmptyState emblem="owl" title={t("rules.empty")} hint={t("rules.emptyHint")} action={add} />
      ) : (
        <ul className="alert-list">
          {rules.data.map((rule) => (
            <RuleRow key={rule.id} rule={rule} mayManage={mayManage} onEdit={() => setEdited(rule)} />
          ))}
        </ul>
      )}
      {edited !== null && (
        <RuleEditor rule={edited === "new" ? null : edited} onClose={() => setEdited(null)} />
      )}
    </>
  );
}

type RuleRowProps = {
  readonly rule: AlertRule;
  readonly mayManage: boolean;
  readonly onEdit: () => void;
};

function RuleRow({ rule, mayManage, onEdit }: RuleRowProps) {
  const { t } = useTexts();
  const words = useRuleWords();
  const client = useQueryClient();
  const errorText = useErrorText();
  async function turn(enabled: boolean): Promise<void> {
    const { id, changedAt, changedBy, ...order } = rule;
    try {
      await callApi("changeAlertRule", { params: { ruleId: id }, body: { ...order, enabled } });
    } catch (error) {
      notifications.show({ color: "red", message: errorText(error) });
    }
    await client.invalidateQueries({ queryKey: ["listAlertRules"] });
  }
  return (
    <li className="alert-row card" data-off={!rule.enabled}>
      <MeasureIcon measure={rule.measure} tone={rule.enabled ? rule.severity : "off"} />
      <div className="alert-words">
        <h2>
          {rule.name}
          {!rule.enabled && <span className="rule-off">{t("rules.off")}</span>}
        </h2>
        <p className="rule-sentence">{words.sentence(rule)}</p>
        <p className="soft small">{words.scope(rule)}</p>
      </div>
      {mayManage && (
        <div className="rule-actions">
          <Switch
            aria-label={t("rules.on", { name: rule.name })}
            checked={rule.enabled}
            onChange={({ currentTarget: { checked } }) => void turn(checked)}
          />
          <Button
            variant="subtle"
            size="compact-md"
            leftSection={<IconPencil size={17} />}
            onClick={onEdit}
            aria-label={`${t("rules.edit")}: ${rule.name}`}
          >
            {t("rules.editShort")}
          </Button>
        </div>
      )}
    </li>
  );
}

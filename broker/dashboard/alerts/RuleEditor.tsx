// Owns writing a rule; the sentence below says what it means while it is written.
import { Button, MultiSelect, NumberInput, SegmentedControl, Select, Slider, TextInput } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { notifications } from "@mantine/notifications";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { DeviceKind } from "../../../protocol/documents/config.ts";
import { type MeasureName, measureNames, measures } from "../../api/alertMeasures.ts";
import type { AlertRule, AlertRuleOrder, DeviceGroup, RuleTimes, Severity } from "../../api/alerts.ts";
import { ApiError } from "../client/apiError.ts";
import { callApi } from "../client/callApi.ts";
import { useHubMutation, useHubQuery } from "../client/hubQuery.ts";
import { Dialog } from "../parts/Dialog.tsx";
import { useErrorText } from "../parts/errorText.ts";
import { FormError } from "../parts/FormError.tsx";
import { DurationInput } from "./DurationInput.tsx";
import { startOf } from "./ruleStart.ts";
import { useRuleWords } from "./ruleWords.ts";
import { useTexts } from "./texts/useTexts.ts";

type Draft = Omit<AlertRuleOrder, "measure"> & { readonly measure: MeasureName };

const deviceKinds = ["station", "screen", "office"] as const satisfies readonly DeviceKind[];
const groups = ["all", "kinds", "rooms", "devices"] as const;
const times = ["always", "schoolHours", "beforeLesson"] as const;
const severities = ["urgent", "warning", "info"] as const;

/** Sliders for what has a usual range; others are typed. */
const sliders: Partial<Record<MeasureName, { least: number; most: number; step: number }>> = {
  temperatureC: { least: 40, most: 110, step: 1 },
  kioskCrashes: { least: 1, most: 20, step: 1 },
};
/** People say gigabytes and minutes. */
const shownPer: Partial<Record<MeasureName, { factor: number; suffix?: string }>> = {
  diskFreeMiB: { factor: 1024, suffix: " GB" },
  hubDiskFreeMiB: { factor: 1024, suffix: " GB" },
  temperatureC: { factor: 1, suffix: " °C" },
  clockErrorSeconds: { factor: 60 },
};

export function RuleEditor({
  rule,
  onClose,
}: {
  readonly rule: AlertRule | null;
  readonly onClose: () => void;
}) {
  const { t, common } = useTexts();
  const words = useRuleWords();
  const client = useQueryClient();
  const errorText = useErrorText();
  const onPhone = useMediaQuery("(max-width: 720px)") ?? false;
  const rooms = useHubQuery("listRooms", {}).data ?? [];
  const devices = useHubQuery("listDevices", {}).data ?? [];
  const add = useHubMutation("addAlertRule");
  const change = useHubMutation("changeAlertRule");
  const [draft, setDraft] = useState<Draft>(() => rule ?? startOf("temperatureC"));
  const [nameMissing, setNameMissing] = useState(false);
  const set = (more: Partial<Draft>) => setDraft((before) => ({ ...before, ...more }));
  const error = add.error ?? change.error;
  const fields = error instanceof ApiError ? error.fields : {};
  const measure = measures[draft.measure];
  const saving = add.isPending || change.isPending;

  const done = async (message: string) => {
    await client.invalidateQueries({ queryKey: ["listAlertRules"] });
    notifications.show({ color: "lagoon", message });
    onClose();
  };
  function save(): void {
    setNameMissing(draft.name.trim() === "");
    if (draft.name.trim() === "") return;
    const { name, setThreshold, clearThreshold, setForSeconds, clearForSeconds, severity, group, enabled } =
      draft;
    const body = {
      ...{ name, setThreshold, clearThreshold, setForSeconds, clearForSeconds, severity, group, enabled },
      measure: draft.measure,
      times: draft.times,
    };
    const onSuccess = () => void done(t("rules.saved", { name }));
    if (rule === null) add.mutate({ body }, { onSuccess });
    else change.mutate({ params: { ruleId: rule.id }, body }, { onSuccess });
  }
  async function remove({ id, name }: AlertRule): Promise<void> {
    try {
      await callApi("removeAlertRule", { params: { ruleId: id } });
      await done(t("rules.removed", { name }));
    } catch (failed) {
      notifications.show({ color: "red", message: errorText(failed) });
    }
  }

  return (
    <Dialog
      opened
      onClose={onClose}
      size="lg"
      fullScreen={onPhone}
      title={rule === null ? t("rules.add") : t("rules.edit")}
    >
      <form
        className="form-rows"
        autoComplete="off"
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <Select
          label={t("rules.measureField")}
          searchable
          allowDeselect={false}
          value={draft.measure}
          error={fields["measure"]}
          data={measureNames.map((name) => ({ value: name, label: capital(t(`measure.${name}`)) }))}
          onChange={(name) => {
            if (name === null || name === draft.measure) return;
            const start = startOf(name as MeasureName);
            set({ ...start, name: draft.name, severity: draft.severity });
          }}
        />
        <TextInput
          label={t("rules.name")}
          maxLength={80}
          value={draft.name}
          error={nameMissing ? t("rules.nameNeeded") : fields["name"]}
          onChange={({ currentTarget: { value } }) => set({ name: value })}
        />
        {measure.kind === "number" && (
          <div className="form-pair">
            <Threshold
              label={t(measure.bad === "above" ? "rules.setAbove" : "rules.setBelow")}
              measure={draft.measure}
              value={draft.setThreshold}
              error={fields["setThreshold"]}
              onChange={(setThreshold) => set({ setThreshold })}
            />
            <Threshold
              label={t(measure.bad === "above" ? "rules.clearAboveField" : "rules.clearBelowField")}
              measure={draft.measure}
              value={draft.clearThreshold}
              error={fields["clearThreshold"]}
              onChange={(clearThreshold) => set({ clearThreshold })}
            />
          </div>
        )}
        <div className="form-pair">
          <DurationInput
            key={`set-${draft.measure}`}
            label={t("rules.setFor")}
            seconds={draft.setForSeconds}
            error={fields["setForSeconds"]}
            onChange={(setForSeconds) => set({ setForSeconds })}
          />
          <DurationInput
            key={`clear-${draft.measure}`}
            label={t("rules.wellFor")}
            seconds={draft.clearForSeconds}
            error={fields["clearForSeconds"]}
            onChange={(clearForSeconds) => set({ clearForSeconds })}
          />
        </div>
        <div className="labelled">
          <span className="labelled-label">{t("severity.label")}</span>
          <SegmentedControl
            aria-label={t("severity.label")}
            fullWidth
            value={draft.severity}
            onChange={(severity) => set({ severity: severity as Severity })}
            data={severities.map((value) => ({ value, label: t(`severity.${value}`) }))}
          />
        </div>
        <Select
          label={t("rules.timesField")}
          allowDeselect={false}
          value={draft.times}
          error={fields["times"]}
          data={times.map((value) => ({ value, label: t(`rules.times.${value}`) }))}
          onChange={(value) => set({ times: (value ?? "always") as RuleTimes })}
        />
        {measure.ofHub !== true && (
          <>
            <Select
              label={t("rules.groupField")}
              allowDeselect={false}
              value={draft.group.of}
              error={draft.group.of === "all" ? fields["group"] : undefined}
              data={groups.map((value) => ({ value, label: t(`rules.groupOf.${value}`) }))}
              onChange={(of) => set({ group: emptyGroup((of ?? "all") as DeviceGroup["of"]) })}
            />
            <GroupMembers
              group={draft.group}
              error={fields["group"]}
              kinds={deviceKinds.map((value) => ({ value, label: common(`kind.${value}`) }))}
              rooms={rooms.map(({ id, name }) => ({ value: id, label: name }))}
              devices={devices.map(({ deviceId, name, roomName }) => ({
                value: deviceId,
                label: roomName === null ? name : `${name} · ${roomName}`,
              }))}
              onChange={(group) => set({ group })}
            />
          </>
        )}
        <div className="rule-reads" aria-live="polite">
          <span className="soft small">{t("rules.reads")}</span>
          <p>{words.sentence(draft)}</p>
          <p className="soft small">{words.scope(draft)}</p>
        </div>
        {Object.keys(fields).length === 0 && <FormError error={error} />}
        <div className="form-end">
          {rule !== null && (
            <Button variant="subtle" color="red" className="form-remove" onClick={() => void remove(rule)}>
              {t("rules.remove")}
            </Button>
          )}
          <Button variant="default" onClick={onClose}>
            {common("app.cancel")}
          </Button>
          <Button type="submit" loading={saving}>
            {common("app.save")}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

const capital = (text: string) => text.charAt(0).toLocaleUpperCase("vi") + text.slice(1);

function emptyGroup(of: DeviceGroup["of"]): DeviceGroup {
  switch (of) {
    case "all":
      return { of };
    case "kinds":
      return { of, kinds: ["station"] };
    case "rooms":
      return { of, roomIds: [] };
    case "devices":
      return { of, deviceIds: [] };
  }
}

type ThresholdProps = {
  readonly label: string;
  readonly measure: MeasureName;
  readonly value: number;
  readonly error?: string | undefined;
  readonly onChange: (value: number) => void;
};

function Threshold({ label, measure, value, error, onChange }: ThresholdProps) {
  const { t } = useTexts();
  const { factor, suffix } = shownPer[measure] ?? { factor: 1, suffix: "" };
  const slider = sliders[measure];
  const shown = Math.round((value / factor) * 100) / 100;
  return (
    <div>
      <NumberInput
        label={label}
        value={shown}
        suffix={suffix ?? ` ${t("rules.unit.minute")}`}
        decimalScale={2}
        decimalSeparator=","
        error={error}
        onChange={(next) => onChange(Number(next) * factor)}
      />
      {slider !== undefined && (
        <Slider
          className="threshold-slider"
          thumbLabel={label}
          min={slider.least}
          max={slider.most}
          step={slider.step}
          value={shown}
          onChange={(next) => onChange(next * factor)}
        />
      )}
    </div>
  );
}

type Choice = { readonly value: string; readonly label: string };
type GroupMembersProps = {
  readonly group: DeviceGroup;
  readonly error?: string | undefined;
  readonly kinds: readonly Choice[];
  readonly rooms: readonly Choice[];
  readonly devices: readonly Choice[];
  readonly onChange: (group: DeviceGroup) => void;
};

function GroupMembers({ group, error, kinds, rooms, devices, onChange }: GroupMembersProps) {
  const { t } = useTexts();
  // The lists offer only ids and kinds of the hub itself.
  switch (group.of) {
    case "all":
      return null;
    case "kinds":
      return (
        <MultiSelect
          label={t("rules.kinds")}
          data={[...kinds]}
          value={[...group.kinds]}
          error={error}
          onChange={(value) => onChange({ of: "kinds", kinds: value as typeof group.kinds })}
        />
      );
    case "rooms":
      return (
        <MultiSelect
          label={t("rules.roomsField")}
          data={[...rooms]}
          value={[...group.roomIds]}
          error={error}
          searchable
          onChange={(value) => onChange({ of: "rooms", roomIds: value as typeof group.roomIds })}
        />
      );
    case "devices":
      return (
        <MultiSelect
          label={t("rules.devicesField")}
          data={[...devices]}
          value={[...group.deviceIds]}
          error={error}
          searchable
          limit={50}
          onChange={(value) => onChange({ of: "devices", deviceIds: value as typeof group.deviceIds })}
        />
      );
  }
}

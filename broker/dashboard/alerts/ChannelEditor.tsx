// Owns writing a channel: what every kind has; its own fields stand in ChannelFields.
import { Button, Checkbox, Chip, PasswordInput, Switch, TextInput } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { notifications } from "@mantine/notifications";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { AlertChannel, AlertChannelOrder, Severity } from "../../api/alerts.ts";
import { ApiError } from "../client/apiError.ts";
import { callApi } from "../client/callApi.ts";
import { useHubMutation } from "../client/hubQuery.ts";
import { Dialog } from "../parts/Dialog.tsx";
import { useErrorText } from "../parts/errorText.ts";
import { FormError } from "../parts/FormError.tsx";
import { formatMinute } from "../text/format.ts";
import { ChannelFields } from "./ChannelFields.tsx";
import { type ChannelKind, startOf } from "./channelStart.ts";
import { minuteOf } from "./minuteOf.ts";
import { useTexts } from "./texts/useTexts.ts";

const severities = ["urgent", "warning", "info"] as const;
const usualQuiet = { startMinute: 18 * 60, endMinute: 6 * 60 };

type ChannelEditorProps = {
  /** Null: a new one of this kind. */
  readonly channel: AlertChannel | null;
  readonly kind: ChannelKind;
  readonly onClose: () => void;
};

export function ChannelEditor({ channel, kind, onClose }: ChannelEditorProps) {
  const { t, common } = useTexts();
  const client = useQueryClient();
  const errorText = useErrorText();
  const onPhone = useMediaQuery("(max-width: 720px)") ?? false;
  const add = useHubMutation("addAlertChannel");
  const change = useHubMutation("changeAlertChannel");
  const [draft, setDraft] = useState<AlertChannelOrder>(() =>
    channel === null ? startOf(kind) : orderOf(channel),
  );
  const [secret, setSecret] = useState("");
  const [nameMissing, setNameMissing] = useState(false);
  const set = (more: Partial<AlertChannelOrder>) => setDraft((before) => ({ ...before, ...more }));
  const error = add.error ?? change.error;
  const fields = error instanceof ApiError ? error.fields : {};

  const done = async (message: string) => {
    await client.invalidateQueries({ queryKey: ["listAlertChannels"] });
    notifications.show({ color: "lagoon", message });
    onClose();
  };
  function save(): void {
    setNameMissing(draft.name.trim() === "");
    if (draft.name.trim() === "") return;
    const body = { ...draft, ...(secret === "" ? {} : { secret }) };
    const onSuccess = () => void done(t("channels.saved", { name: draft.name }));
    if (channel === null) add.mutate({ body }, { onSuccess });
    else change.mutate({ params: { channelId: channel.id }, body }, { onSuccess });
  }
  async function remove({ id, name }: AlertChannel): Promise<void> {
    try {
      await callApi("removeAlertChannel", { params: { channelId: id } });
      await done(t("channels.removed", { name }));
    } catch (failed) {
      notifications.show({ color: "red", message: errorText(failed) });
    }
  }
  const secretLabel =
    kind === "email"
      ? t("channels.password")
      : kind === "telegram"
        ? t("channels.botToken")
        : t("channels.secret", { secretSign: "{{secret}}" });

  return (
    <Dialog
      opened
      onClose={onClose}
      size="lg"
      fullScreen={onPhone}
      title={`${channel === null ? t("channels.add") : t("channels.edit")} · ${t(`channels.kind.${kind}`)}`}
    >
      <form
        className="form-rows"
        autoComplete="off"
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <TextInput
          label={t("channels.name")}
          maxLength={80}
          value={draft.name}
          error={nameMissing ? t("channels.nameNeeded") : fields["name"]}
          onChange={({ currentTarget: { value } }) => set({ name: value })}
          data-autofocus
        />
        <ChannelFields
          kind={kind}
          settings={draft.settings}
          fields={fields}
          onChange={(settings) => set({ settings })}
        />
        <PasswordInput
          label={secretLabel}
          placeholder={channel?.hasSecret === true ? t("channels.secretKept") : ""}
          description={kind === "telegram" ? t("channels.botHint") : undefined}
          autoComplete="new-password"
          maxLength={4000}
          value={secret}
          error={fields["secret"]}
          onChange={({ currentTarget: { value } }) => setSecret(value)}
        />
        <fieldset className="labelled">
          <legend className="labelled-label">{t("channels.severities")}</legend>
          <Chip.Group
            multiple
            value={[...draft.severities]}
            onChange={(value: string[]) => set({ severities: value as Severity[] })}
          >
            <div className="chip-row">
              {severities.map((each) => (
                <Chip key={each} value={each}>
                  {t(`severity.${each}`)}
                </Chip>
              ))}
            </div>
          </Chip.Group>
          {fields["severities"] !== undefined && <p className="field-error">{fields["severities"]}</p>}
        </fieldset>
        <div className="labelled">
          <Switch
            label={t("channels.quiet")}
            description={t("channels.quietHint")}
            checked={draft.quiet !== null}
            onChange={({ currentTarget: { checked } }) => set({ quiet: checked ? usualQuiet : null })}
          />
          {draft.quiet !== null && (
            <div className="form-pair">
              {(["startMinute", "endMinute"] as const).map((end) => (
                <TextInput
                  key={end}
                  type="time"
                  label={t(end === "startMinute" ? "channels.quietFrom" : "channels.quietUntil")}
                  value={formatMinute(draft.quiet?.[end] ?? 0)}
                  onChange={({ currentTarget: { value } }) =>
                    draft.quiet !== null && set({ quiet: { ...draft.quiet, [end]: minuteOf(value) } })
                  }
                />
              ))}
            </div>
          )}
          {fields["quiet"] !== undefined && <p className="field-error">{fields["quiet"]}</p>}
        </div>
        {draft.quiet !== null && (
          <Checkbox
            label={t("channels.urgentAlways")}
            checked={draft.urgentAlways}
            onChange={({ currentTarget: { checked } }) => set({ urgentAlways: checked })}
          />
        )}
        <Checkbox
          label={t("channels.tellsCleared")}
          checked={draft.tellsCleared}
          onChange={({ currentTarget: { checked } }) => set({ tellsCleared: checked })}
        />
        {Object.keys(fields).length === 0 && <FormError error={error} />}
        <div className="form-end">
          {channel !== null && (
            <Button variant="subtle" color="red" className="form-remove" onClick={() => void remove(channel)}>
              {t("channels.remove")}
            </Button>
          )}
          <Button variant="default" onClick={onClose}>
            {common("app.cancel")}
          </Button>
          <Button type="submit" loading={add.isPending || change.isPending}>
            {common("app.save")}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

function orderOf({ id, hasSecret, waiting, sentAt, lastError, ...order }: AlertChannel): AlertChannelOrder {
  return order;
}

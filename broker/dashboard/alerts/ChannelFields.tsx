// Owns the fields that only one kind of channel has.
import { Alert, NumberInput, Select, TagsInput, Textarea, TextInput } from "@mantine/core";
import { useState } from "react";
import type { ChannelSettings } from "../../api/alerts.ts";
import { type ChannelKind, headersText, placeholders, readHeaders } from "./channelStart.ts";
import { useTexts } from "./texts/useTexts.ts";

type FieldsProps<Settings> = {
  readonly kind: ChannelKind;
  readonly settings: Settings;
  readonly fields: Readonly<Record<string, string>>;
  readonly onChange: (settings: Settings) => void;
};

export function ChannelFields({ settings, onChange, ...props }: FieldsProps<ChannelSettings>) {
  switch (settings.kind) {
    case "email":
      return <EmailFields {...props} settings={settings} onChange={onChange} />;
    case "telegram":
      return <TelegramFields {...props} settings={settings} onChange={onChange} />;
    case "webhook":
      return <WebhookFields {...props} settings={settings} onChange={onChange} />;
  }
}

const securities = ["startTls", "tls", "none"] as const;
type Email = Extract<ChannelSettings, { kind: "email" }>;

function EmailFields({ settings, fields, onChange }: FieldsProps<Email>) {
  const { t } = useTexts();
  const set = (more: Partial<Email>) => onChange({ ...settings, ...more });
  return (
    <>
      <TagsInput
        label={t("channels.to")}
        placeholder={settings.to.length === 0 ? t("channels.toHint") : ""}
        value={[...settings.to]}
        error={fields["settings.to"]}
        onChange={(to) => set({ to })}
      />
      <TextInput
        label={t("channels.from")}
        type="email"
        value={settings.from}
        error={fields["settings.from"]}
        onChange={({ currentTarget: { value } }) => set({ from: value })}
      />
      <div className="form-pair">
        <TextInput
          label={t("channels.host")}
          placeholder="smtp.gmail.com"
          value={settings.host}
          error={fields["settings.host"]}
          onChange={({ currentTarget: { value } }) => set({ host: value })}
        />
        <NumberInput
          label={t("channels.port")}
          min={1}
          max={65_535}
          value={settings.port}
          error={fields["settings.port"]}
          onChange={(port) => set({ port: Number(port) })}
        />
      </div>
      <div className="form-pair">
        <Select
          label={t("channels.security")}
          allowDeselect={false}
          value={settings.security}
          data={securities.map((value) => ({ value, label: t(`channels.securityOf.${value}`) }))}
          onChange={(value) => set({ security: (value ?? "startTls") as Email["security"] })}
        />
        <TextInput
          label={t("channels.username")}
          autoComplete="off"
          value={settings.username}
          error={fields["settings.username"]}
          onChange={({ currentTarget: { value } }) => set({ username: value })}
        />
      </div>
    </>
  );
}

function TelegramFields({
  settings,
  fields,
  onChange,
}: FieldsProps<Extract<ChannelSettings, { kind: "telegram" }>>) {
  const { t } = useTexts();
  return (
    <div className="form-pair">
      <TextInput
        label={t("channels.chatId")}
        placeholder="-1001234567890"
        value={settings.chatId}
        error={fields["settings.chatId"]}
        onChange={({ currentTarget: { value } }) => onChange({ ...settings, chatId: value })}
      />
      <TextInput
        label={t("channels.base")}
        type="url"
        value={settings.base}
        error={fields["settings.base"]}
        onChange={({ currentTarget: { value } }) => onChange({ ...settings, base: value })}
      />
    </div>
  );
}

function WebhookFields({
  kind,
  settings,
  fields,
  onChange,
}: FieldsProps<Extract<ChannelSettings, { kind: "webhook" }>>) {
  const { t } = useTexts();
  // As it is typed: a line that is not whole yet must not be taken away under the hand.
  const [headers, setHeaders] = useState(() => headersText(settings.headers));
  return (
    <>
      {kind === "zalo" && <Alert color="lagoon">{t("channels.zaloHint")}</Alert>}
      <TextInput
        label={t("channels.url")}
        type="url"
        value={settings.url}
        error={fields["settings.url"]}
        onChange={({ currentTarget: { value } }) => onChange({ ...settings, url: value })}
      />
      <Textarea
        label={t("channels.header")}
        description={t("channels.headerHint")}
        autosize
        minRows={1}
        value={headers}
        error={fields["settings.headers"]}
        onChange={({ currentTarget: { value } }) => {
          setHeaders(value);
          onChange({ ...settings, headers: readHeaders(value) });
        }}
      />
      <Textarea
        className="code-field"
        label={t("channels.template")}
        description={t("channels.templateHint", { names: placeholders })}
        autosize
        minRows={4}
        maxLength={8000}
        value={settings.template}
        error={fields["settings.template"]}
        onChange={({ currentTarget: { value } }) => onChange({ ...settings, template: value })}
      />
    </>
  );
}

// Owns the form that asks what a new device is, before its code is made.
import { Button, NumberInput, SegmentedControl, Select, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useTranslation } from "react-i18next";
import type { Enrolment } from "../../api/devices.ts";
import { useHubMutation, useHubQuery } from "../client/hubQuery.ts";
import { EmblemPicker } from "../parts/EmblemPicker.tsx";
import { emblemNames } from "../parts/emblemNames.ts";
import { FormError } from "../parts/FormError.tsx";
import { OpenCodes } from "./OpenCodes.tsx";

const kinds = ["station", "screen", "office"] as const;
type Kind = (typeof kinds)[number];
const usualEmblem: Record<Exclude<Kind, "station">, string> = {
  screen: "television",
  office: "desktop-computer",
};

type EnrolmentFormProps = {
  readonly roomId: string | null;
  readonly onMade: (enrolment: Enrolment) => void;
  readonly onCancel: () => void;
};

export function EnrolmentForm({ roomId, onMade, onCancel }: EnrolmentFormProps) {
  const { t } = useTranslation();
  const rooms = useHubQuery("listRooms", {});
  const devices = useHubQuery("listDevices", {});
  const create = useHubMutation("createEnrolment");
  const free = proposalsBeside(devices.data ?? []);
  const form = useForm<{
    name: string;
    kind: Kind;
    roomId: string | null;
    number: number | string;
    emblem: string | null;
  }>({
    initialValues: { name: "", kind: "station", roomId, number: "", emblem: null },
    validate: {
      name: (value, { kind }) =>
        kind === "station" && value === "" ? null : isName(value) ? null : t("device.nameNeeded"),
      number: (value, { kind }) =>
        kind !== "station" || value === "" || (Number(value) >= 1 && Number(value) <= 99)
          ? null
          : t("device.stationNumberHint"),
    },
  });
  const { values } = form;
  const isStation = values.kind === "station";
  // A station's usual name and number are proposed, not typed: the next free one of its room.
  const number = values.number === "" ? free.numberIn(values.roomId) : Number(values.number);
  const proposedName = isStation ? t("devices.number", { number }) : "";
  const emblem = values.emblem ?? (isStation ? free.emblem : usualEmblem[values.kind as "screen" | "office"]);

  const submit = form.onSubmit(({ name, kind, roomId: chosenRoom }) =>
    create.mutate(
      {
        body: {
          deviceName: name.trim() === "" ? proposedName : name.trim(),
          kind,
          roomId: chosenRoom,
          stationNumber: isStation ? number : null,
          emblem,
        },
      },
      { onSuccess: onMade },
    ),
  );

  return (
    <form onSubmit={submit} className="form-rows">
      <OpenCodes onOpen={onMade} />
      <div>
        <SegmentedControl
          fullWidth
          aria-label={t("enrol.kind")}
          data={kinds.map((value) => ({ value, label: t(`kind.${value}`) }))}
          value={values.kind}
          onChange={(kind) => form.setFieldValue("kind", kinds.find((one) => one === kind) ?? "station")}
        />
        <p className="soft small enrol-kind-hint">{t(`enrol.kindHint.${values.kind}`)}</p>
      </div>
      <div className="form-pair">
        <Select
          label={t("enrol.room")}
          placeholder={t("enrol.roomPlaceholder")}
          data={(rooms.data ?? []).map(({ id, name }) => ({ value: id, label: name }))}
          clearable
          {...form.getInputProps("roomId")}
        />
        {isStation && (
          <NumberInput
            label={t("enrol.stationNumber")}
            placeholder={String(free.numberIn(values.roomId))}
            min={1}
            max={99}
            {...form.getInputProps("number")}
          />
        )}
      </div>
      <TextInput
        label={t("enrol.name")}
        placeholder={isStation ? proposedName : t("enrol.namePlaceholder")}
        maxLength={60}
        {...form.getInputProps("name")}
      />
      <EmblemPicker
        label={t("enrol.emblem")}
        hint={t("device.emblemHint")}
        value={emblem}
        onChange={(name) => form.setFieldValue("emblem", name)}
      />
      <FormError error={create.error} />
      <div className="form-end">
        <Button variant="default" onClick={onCancel}>
          {t("app.cancel")}
        </Button>
        <Button type="submit" loading={create.isPending}>
          {t("enrol.submit")}
        </Button>
      </div>
    </form>
  );
}

const isName = (name: string) => name.trim().length >= 1 && name.trim().length <= 60;

type Taken = {
  readonly roomId: string | null;
  readonly stationNumber: number | null;
  readonly emblem: string;
};

function proposalsBeside(taken: readonly Taken[]) {
  const used = new Set(taken.map(({ emblem }) => emblem));
  return {
    emblem: emblemNames.find((name) => !used.has(name)) ?? "rabbit",
    numberIn(roomId: string | null): number {
      const numbers = new Set(taken.filter((row) => row.roomId === roomId).map((row) => row.stationNumber));
      let number = 1;
      while (numbers.has(number) && number < 99) number += 1;
      return number;
    },
  };
}

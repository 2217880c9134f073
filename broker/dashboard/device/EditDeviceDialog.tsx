// Owns the dialog that changes a device: name, room, number, emblem, remote reboot.

import { Button, NumberInput, Select, Switch, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { notifications } from "@mantine/notifications";
import { useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import type { DevicePage } from "../../api/devices.ts";
import { useHubMutation, useHubQuery } from "../client/hubQuery.ts";
import { Dialog } from "../parts/Dialog.tsx";
import { EmblemPicker } from "../parts/EmblemPicker.tsx";
import { FormError } from "../parts/FormError.tsx";

type EditDeviceDialogProps = { readonly device: DevicePage; readonly onClose: () => void };

export function EditDeviceDialog({ device, onClose }: EditDeviceDialogProps) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const rooms = useHubQuery("listRooms", {});
  const change = useHubMutation("changeDevice");
  const form = useForm<{
    name: string;
    roomId: string | null;
    number: number | string;
    emblem: string;
    allowReboot: boolean;
    allowScreenshot: boolean;
  }>({
    initialValues: {
      name: device.name,
      roomId: device.roomId,
      number: device.stationNumber ?? "",
      emblem: device.emblem,
      allowReboot: device.allowReboot,
      allowScreenshot: device.allowScreenshot,
    },
    validate: {
      name: (value) =>
        value.trim().length >= 1 && value.trim().length <= 60 ? null : t("device.nameNeeded"),
      number: (value) =>
        value === "" || (Number.isInteger(Number(value)) && Number(value) >= 1 && Number(value) <= 99)
          ? null
          : t("device.stationNumberHint"),
    },
  });
  const submit = form.onSubmit(({ name, roomId, number, emblem, allowReboot, allowScreenshot }) =>
    change.mutate(
      {
        params: { deviceId: device.deviceId },
        body: {
          name: name.trim(),
          roomId,
          stationNumber: number === "" ? null : Number(number),
          emblem,
          allowReboot,
          allowScreenshot,
        },
      },
      {
        onSuccess: () => {
          void client.invalidateQueries();
          notifications.show({ color: "lagoon", message: t("device.saved", { name: name.trim() }) });
          onClose();
        },
      },
    ),
  );
  return (
    <Dialog opened onClose={onClose} title={t("device.editTitle")} size="md">
      <form onSubmit={submit} className="form-rows">
        <TextInput label={t("device.name")} maxLength={60} data-autofocus {...form.getInputProps("name")} />
        <div className="form-pair">
          <Select
            label={t("devices.room")}
            placeholder={t("device.noRoom")}
            clearable
            data={(rooms.data ?? []).map(({ id, name }) => ({ value: id, label: name }))}
            {...form.getInputProps("roomId")}
          />
          {device.kind === "station" && (
            <NumberInput
              label={t("device.stationNumber")}
              min={1}
              max={99}
              {...form.getInputProps("number")}
            />
          )}
        </div>
        <EmblemPicker
          label={t("device.emblem")}
          hint={t("device.emblemHint")}
          value={form.values.emblem}
          onChange={(emblem) => form.setFieldValue("emblem", emblem)}
        />
        <Switch
          label={t("device.allowReboot")}
          {...form.getInputProps("allowReboot", { type: "checkbox" })}
        />
        {device.kind !== "office" && (
          <Switch
            label={t("device.allowScreenshot")}
            description={t("device.allowScreenshotHint")}
            {...form.getInputProps("allowScreenshot", { type: "checkbox" })}
          />
        )}
        <FormError error={change.error} />
        <div className="form-end">
          <Button variant="default" onClick={onClose}>
            {t("app.cancel")}
          </Button>
          <Button type="submit" loading={change.isPending}>
            {t("app.save")}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

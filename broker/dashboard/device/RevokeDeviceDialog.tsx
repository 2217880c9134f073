// Owns the question before a device loses its credentials: its name must be typed.

import { Button, TextInput } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { DevicePage } from "../../api/devices.ts";
import { useHubMutation } from "../client/hubQuery.ts";
import { Dialog } from "../parts/Dialog.tsx";
import { FormError } from "../parts/FormError.tsx";
import { plainText } from "../text/searchText.ts";

type RevokeDeviceDialogProps = { readonly device: DevicePage; readonly onClose: () => void };

export function RevokeDeviceDialog({ device, onClose }: RevokeDeviceDialogProps) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const revoke = useHubMutation("revokeDevice");
  const [typed, setTyped] = useState("");
  // Without accents and capitals too: the point is a deliberate act, not a spelling test.
  const confirmed = plainText(typed) === plainText(device.name);
  const submit = () =>
    revoke.mutate(
      { params: { deviceId: device.deviceId } },
      {
        onSuccess: () => {
          void client.invalidateQueries();
          notifications.show({ color: "gray", message: t("device.revokedToast", { name: device.name }) });
          onClose();
        },
      },
    );
  return (
    <Dialog opened onClose={onClose} title={t("device.revokeTitle", { name: device.name })} size="md">
      <form
        className="form-rows"
        onSubmit={(event) => {
          event.preventDefault();
          if (confirmed) submit();
        }}
      >
        <p>{t("device.revokeText")}</p>
        <TextInput
          label={t("device.revokeType", { name: device.name })}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
          autoComplete="off"
          data-autofocus
        />
        <FormError error={revoke.error} />
        <div className="form-end">
          <Button variant="default" onClick={onClose}>
            {t("app.cancel")}
          </Button>
          <Button type="submit" color="red" disabled={!confirmed} loading={revoke.isPending}>
            {t("device.revokeSubmit")}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

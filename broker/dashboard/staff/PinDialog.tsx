// Owns the dialog that sets or removes the PIN with which a person opens the teacher panel.
import { Button, TextInput } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { StaffMember } from "../../api/staff.ts";
import { useHubMutation } from "../client/hubQuery.ts";
import { Dialog } from "../parts/Dialog.tsx";
import { FormError } from "../parts/FormError.tsx";
import { isPin, pinDigits } from "./pinField.ts";

type PinDialogProps = { readonly member: StaffMember; readonly onClose: () => void };

export function PinDialog({ member, onClose }: PinDialogProps) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const set = useHubMutation("setStaffPin");
  const [pin, setPin] = useState("");
  const send = (wanted: string | null) =>
    set.mutate(
      { params: { staffId: member.staffId }, body: { pin: wanted } },
      {
        onSuccess: () => {
          const message = t(wanted === null ? "staff.pinRemoved" : "staff.pinSet", {
            name: member.displayName,
          });
          notifications.show({ color: "lagoon", message });
          void client.invalidateQueries({ queryKey: ["listStaff"] });
          onClose();
        },
      },
    );
  return (
    <Dialog opened onClose={onClose} title={t("staff.pinTitle", { name: member.displayName })} size="sm">
      <form
        className="form-rows"
        autoComplete="off"
        onSubmit={(event) => {
          event.preventDefault();
          if (isPin(pin)) send(pin);
        }}
      >
        <p>{t("staff.pinText")}</p>
        <TextInput
          label={t("staff.newPin")}
          description={t("staff.pinRule")}
          inputWrapperOrder={["label", "input", "description", "error"]}
          classNames={{ input: "pin-input" }}
          inputMode="numeric"
          value={pin}
          onChange={({ currentTarget: { value } }) => setPin(pinDigits(value))}
          data-autofocus
        />
        <FormError error={set.error} />
        <div className="form-end">
          {member.hasPin && (
            <Button
              className="form-aside"
              variant="subtle"
              color="red"
              loading={set.isPending && set.variables.body.pin === null}
              onClick={() => send(null)}
            >
              {t("staff.removePin")}
            </Button>
          )}
          <Button variant="default" onClick={onClose}>
            {t("app.cancel")}
          </Button>
          <Button
            type="submit"
            disabled={!isPin(pin)}
            loading={set.isPending && set.variables.body.pin !== null}
          >
            {t("app.save")}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

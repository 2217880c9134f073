// Owns the question before a person is locked out.
import { Button } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import type { StaffMember } from "../../api/staff.ts";
import { useAccount } from "../account/account.ts";
import { useHubMutation, whoAmIKey } from "../client/hubQuery.ts";
import { Dialog } from "../parts/Dialog.tsx";
import { FormError } from "../parts/FormError.tsx";

type LockOutDialogProps = { readonly member: StaffMember; readonly onClose: () => void };

export function LockOutDialog({ member, onClose }: LockOutDialogProps) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const own = useAccount().staffId === member.staffId;
  const change = useHubMutation("changeStaff");
  const submit = () =>
    change.mutate(
      { params: { staffId: member.staffId }, body: { disabled: true } },
      {
        onSuccess: () => {
          notifications.show({ color: "gray", message: t("staff.lockedOut", { name: member.displayName }) });
          void client.invalidateQueries({ queryKey: own ? whoAmIKey : ["listStaff"] });
          onClose();
        },
      },
    );
  return (
    <Dialog opened onClose={onClose} title={t("staff.lockOutTitle", { name: member.displayName })} size="sm">
      <div className="form-rows">
        <p>{t(own ? "staff.lockOutOwn" : "staff.lockOutText")}</p>
        <FormError error={change.error} />
        <div className="form-end">
          <Button variant="default" onClick={onClose} data-autofocus>
            {t("app.cancel")}
          </Button>
          <Button color="red" onClick={submit} loading={change.isPending}>
            {t("staff.lockOutSubmit")}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}

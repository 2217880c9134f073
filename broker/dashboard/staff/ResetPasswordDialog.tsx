// Owns giving a person a new password: the question first, then the password, once.
import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { StaffMember } from "../../api/staff.ts";
import { useHubMutation } from "../client/hubQuery.ts";
import { Dialog } from "../parts/Dialog.tsx";
import { FormError } from "../parts/FormError.tsx";
import { PasswordShown } from "./PasswordShown.tsx";

type ResetPasswordDialogProps = { readonly member: StaffMember; readonly onClose: () => void };

export function ResetPasswordDialog({ member, onClose }: ResetPasswordDialogProps) {
  const { t } = useTranslation();
  const reset = useHubMutation("resetStaffPassword");
  if (reset.data !== undefined)
    return (
      <PasswordShown
        title={t("staff.resetDone")}
        member={member}
        password={reset.data.password}
        onClose={onClose}
      />
    );
  return (
    <Dialog opened onClose={onClose} title={t("staff.resetTitle", { name: member.displayName })} size="sm">
      <div className="form-rows">
        <p>{t("staff.resetText")}</p>
        <FormError error={reset.error} />
        <div className="form-end">
          <Button variant="default" onClick={onClose}>
            {t("app.cancel")}
          </Button>
          <Button
            loading={reset.isPending}
            onClick={() => reset.mutate({ params: { staffId: member.staffId } })}
            data-autofocus
          >
            {t("staff.resetPassword")}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}

// Owns showing a password that the hub has just made: big enough to copy by hand, and never again.
import { Alert, Button } from "@mantine/core";
import { IconAlertTriangle } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { CopyText } from "../parts/CopyText.tsx";
import { Dialog } from "../parts/Dialog.tsx";

type PasswordShownProps = {
  readonly title: string;
  readonly member: { readonly displayName: string; readonly username: string };
  readonly password: string;
  readonly onClose: () => void;
};

export function PasswordShown({ title, member, password, onClose }: PasswordShownProps) {
  const { t } = useTranslation();
  return (
    <Dialog
      opened
      onClose={onClose}
      title={title}
      size="md"
      closeOnClickOutside={false}
      closeOnEscape={false}
    >
      <div className="form-rows">
        <p>{t("staff.passwordFor", { name: member.displayName })}</p>
        <dl className="password-shown">
          <dt>{t("staff.username")}</dt>
          <dd className="code">{member.username}</dd>
          <dt>{t("signIn.password")}</dt>
          <dd className="code password-shown-big">{password}</dd>
        </dl>
        <div>
          <CopyText
            value={`${t("staff.username")}: ${member.username}\n${t("signIn.password")}: ${password}`}
            label={t("staff.copyBoth")}
          />
        </div>
        <Alert color="yellow" icon={<IconAlertTriangle size={20} />}>
          {t("staff.passwordOnce")}
        </Alert>
        <div className="form-end">
          <Button onClick={onClose}>{t("staff.passwordNoted")}</Button>
        </div>
      </div>
    </Dialog>
  );
}

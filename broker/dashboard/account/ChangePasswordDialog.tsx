// Owns the dialog in which a person changes the own password.
import { Button, PasswordInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { notifications } from "@mantine/notifications";
import { useTranslation } from "react-i18next";
import { useHubMutation } from "../client/hubQuery.ts";
import { Dialog } from "../parts/Dialog.tsx";
import { FormError } from "../parts/FormError.tsx";

const shortest = 8;

export function ChangePasswordDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const change = useHubMutation("changeOwnPassword");
  const form = useForm({
    initialValues: { current: "", fresh: "", again: "" },
    validate: {
      current: (value) => (value === "" ? t("password.currentNeeded") : null),
      fresh: (value) => (value.length < shortest ? t("password.rule") : null),
      again: (value, { fresh }) => (value === fresh ? null : t("password.differs")),
    },
  });
  const submit = form.onSubmit(({ current, fresh }) =>
    change.mutate(
      { body: { currentPassword: current, newPassword: fresh } },
      {
        onSuccess: () => {
          notifications.show({ color: "lagoon", message: t("password.changed") });
          onClose();
        },
      },
    ),
  );
  const visibility = { "aria-label": t("signIn.showPassword") };
  return (
    <Dialog opened onClose={onClose} title={t("password.title")} size="sm">
      <form onSubmit={submit} className="form-rows">
        <PasswordInput
          label={t("password.current")}
          autoComplete="current-password"
          visibilityToggleButtonProps={visibility}
          data-autofocus
          {...form.getInputProps("current")}
        />
        <PasswordInput
          label={t("password.fresh")}
          description={t("password.rule")}
          inputWrapperOrder={["label", "input", "description", "error"]}
          autoComplete="new-password"
          visibilityToggleButtonProps={visibility}
          {...form.getInputProps("fresh")}
        />
        <PasswordInput
          label={t("password.again")}
          autoComplete="new-password"
          visibilityToggleButtonProps={visibility}
          {...form.getInputProps("again")}
        />
        <p className="soft small">{t("password.others")}</p>
        <FormError error={change.error} />
        <div className="form-end">
          <Button variant="default" onClick={onClose}>
            {t("app.cancel")}
          </Button>
          <Button type="submit" loading={change.isPending}>
            {t("password.submit")}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

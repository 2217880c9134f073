// Owns the dialog that changes a person's name and roles.
import { Button, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { notifications } from "@mantine/notifications";
import { useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import type { StaffMember } from "../../api/staff.ts";
import { useHubMutation, whoAmIKey } from "../client/hubQuery.ts";
import { Dialog } from "../parts/Dialog.tsx";
import { FormError } from "../parts/FormError.tsx";
import { RoleSelect } from "./RoleSelect.tsx";
import { ScopeFields } from "./ScopeFields.tsx";

type EditStaffDialogProps = { readonly member: StaffMember; readonly onClose: () => void };

export function EditStaffDialog({ member, onClose }: EditStaffDialogProps) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const change = useHubMutation("changeStaff");
  const form = useForm({
    initialValues: {
      displayName: member.displayName,
      roles: member.roles.map(({ code }) => code),
      gradeBlocks: [...member.gradeBlocks] as string[],
      classIds: [...member.classIds] as string[],
    },
    validate: {
      displayName: (value) => (value.trim() === "" ? t("staff.nameNeeded") : null),
      roles: (value) => (value.length === 0 ? t("staff.roleNeeded") : null),
    },
  });
  const submit = form.onSubmit(({ displayName, roles, gradeBlocks, classIds }) =>
    change.mutate(
      {
        params: { staffId: member.staffId },
        body: {
          displayName: displayName.trim(),
          roles,
          // The field offers no other.
          gradeBlocks: gradeBlocks as StaffMember["gradeBlocks"],
          classIds,
        },
      },
      {
        onSuccess: () => {
          notifications.show({ color: "lagoon", message: t("staff.saved", { name: displayName.trim() }) });
          void client.invalidateQueries({ queryKey: ["listStaff"] });
          // One's own roles decide which pages there are.
          void client.invalidateQueries({ queryKey: whoAmIKey });
          onClose();
        },
      },
    ),
  );
  return (
    <Dialog opened onClose={onClose} title={t("staff.editTitle", { name: member.displayName })} size="md">
      <form onSubmit={submit} className="form-rows">
        <TextInput
          label={t("staff.name")}
          maxLength={60}
          data-autofocus
          {...form.getInputProps("displayName")}
        />
        <RoleSelect {...form.getInputProps("roles")} />
        <ScopeFields
          classes={{
            value: form.values.classIds,
            onChange: (value) => form.setFieldValue("classIds", value),
          }}
          blocks={{
            value: form.values.gradeBlocks,
            onChange: (value) => form.setFieldValue("gradeBlocks", value),
          }}
        />
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

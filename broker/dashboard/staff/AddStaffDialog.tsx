// Owns the dialog that adds a person, and shows the password that the hub made, once.
import { Button, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { StaffMember } from "../../api/staff.ts";
import { useHubMutation } from "../client/hubQuery.ts";
import { Dialog } from "../parts/Dialog.tsx";
import { FormError } from "../parts/FormError.tsx";
import { PasswordShown } from "./PasswordShown.tsx";
import { isPin, pinDigits } from "./pinField.ts";
import { RoleSelect } from "./RoleSelect.tsx";
import { suggestUsername } from "./suggestUsername.ts";

type AddStaffDialogProps = { readonly people: readonly StaffMember[]; readonly onClose: () => void };

export function AddStaffDialog({ people, onClose }: AddStaffDialogProps) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const add = useHubMutation("addStaff");
  const [ownUsername, setOwnUsername] = useState(false);
  const form = useForm({
    initialValues: { displayName: "", username: "", roles: ["teacher"], pin: "" },
    validate: {
      displayName: (value) => (value.trim() === "" ? t("staff.nameNeeded") : null),
      username: (value) =>
        /^[a-z0-9][a-z0-9._-]{1,39}$/i.test(value.trim()) ? null : t("staff.usernameRule"),
      roles: (value) => (value.length === 0 ? t("staff.roleNeeded") : null),
      pin: (value) => (value === "" || isPin(value) ? null : t("staff.pinRule")),
    },
  });
  const submit = form.onSubmit(({ displayName, username, roles, pin }) =>
    add.mutate(
      {
        body: {
          displayName: displayName.trim(),
          username: username.trim(),
          roles,
          pin: pin === "" ? null : pin,
        },
      },
      { onSuccess: () => void client.invalidateQueries({ queryKey: ["listStaff"] }) },
    ),
  );
  if (add.data !== undefined)
    return (
      <PasswordShown
        title={t("staff.added")}
        member={add.data}
        password={add.data.password}
        onClose={onClose}
      />
    );
  return (
    <Dialog opened onClose={onClose} title={t("staff.addTitle")} size="md">
      <form onSubmit={submit} className="form-rows" autoComplete="off">
        <TextInput
          label={t("staff.name")}
          placeholder={t("staff.namePlaceholder")}
          maxLength={60}
          data-autofocus
          {...form.getInputProps("displayName")}
          onChange={({ currentTarget: { value } }) => {
            form.setFieldValue("displayName", value);
            if (!ownUsername)
              form.setFieldValue(
                "username",
                suggestUsername(
                  value,
                  people.map(({ username }) => username),
                ),
              );
          }}
        />
        <RoleSelect {...form.getInputProps("roles")} />
        <div className="form-pair">
          <TextInput
            label={t("staff.username")}
            description={t("staff.usernameHint")}
            inputWrapperOrder={["label", "input", "description", "error"]}
            maxLength={40}
            autoCapitalize="none"
            spellCheck={false}
            {...form.getInputProps("username")}
            onChange={({ currentTarget: { value } }) => {
              setOwnUsername(value !== "");
              form.setFieldValue("username", value);
            }}
          />
          <TextInput
            label={t("staff.pinOptional")}
            description={t("staff.pinHint")}
            inputWrapperOrder={["label", "input", "description", "error"]}
            inputMode="numeric"
            {...form.getInputProps("pin")}
            onChange={({ currentTarget: { value } }) => form.setFieldValue("pin", pinDigits(value))}
          />
        </div>
        <p className="soft small">{t("staff.passwordComes")}</p>
        <FormError error={add.error} />
        <div className="form-end">
          <Button variant="default" onClick={onClose}>
            {t("app.cancel")}
          </Button>
          <Button type="submit" loading={add.isPending}>
            {t("staff.addSubmit")}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

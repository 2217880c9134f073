// Owns choosing a person's roles: one at least, several where one person does several jobs.
import { MultiSelect, type MultiSelectProps } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useHubQuery } from "../client/hubQuery.ts";

export function RoleSelect(props: Omit<MultiSelectProps, "data" | "label">) {
  const { t } = useTranslation();
  const roles = useHubQuery("listRoles", {}).data ?? [];
  return (
    <MultiSelect
      label={t("staff.roles")}
      description={t("staff.rolesHint")}
      placeholder={props.value?.length === 0 ? t("staff.rolesPlaceholder") : ""}
      data={roles.map(({ code, name }) => ({ value: code, label: name }))}
      hidePickedOptions
      inputWrapperOrder={["label", "input", "description", "error"]}
      {...props}
    />
  );
}

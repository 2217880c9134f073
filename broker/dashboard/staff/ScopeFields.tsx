// Owns whose tickets a person looks after: grade blocks of a head, classes of a teacher.
import { MultiSelect } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { usePermission } from "../account/account.ts";
import { useHubQuery } from "../client/hubQuery.ts";

const gradeBlocks = ["3-4", "4-5", "5-6"] as const;

type Chosen = { readonly value: string[]; readonly onChange: (value: string[]) => void };
type ScopeFieldsProps = { readonly blocks: Chosen; readonly classes: Chosen };

export function ScopeFields({ blocks, classes }: ScopeFieldsProps) {
  const { t } = useTranslation();
  const known = useHubQuery("listClasses", {}, { enabled: usePermission("rooms.view") }).data ?? [];
  return (
    <>
      <MultiSelect
        label={t("staff.classes")}
        description={t("staff.classesHint")}
        data={known.map(({ id, name }) => ({ value: id, label: name }))}
        searchable
        {...classes}
      />
      <MultiSelect
        label={t("staff.gradeBlocks")}
        description={t("staff.gradeBlocksHint")}
        data={gradeBlocks.map((block) => ({ value: block, label: t(`ageBand.${block}`) }))}
        {...blocks}
      />
    </>
  );
}

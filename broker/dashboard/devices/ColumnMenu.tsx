// Owns choosing the table's columns.
import { Button, Checkbox, Popover } from "@mantine/core";
import { IconColumns3 } from "@tabler/icons-react";
import { columnGroups, columnKeys, columnOf } from "./columns.ts";
import { useTexts } from "./texts/useTexts.ts";
import type { ChosenColumns } from "./useColumns.ts";

export function ColumnMenu({ columns }: { readonly columns: ChosenColumns }) {
  const { t } = useTexts();
  const { chosen, choose, reset } = columns;
  return (
    <Popover position="bottom-end" width={460} shadow="md" trapFocus withinPortal>
      <Popover.Target>
        <Button variant="default" className="column-button" leftSection={<IconColumns3 size={17} />}>
          {t("columns.button")}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <div className="column-menu">
          <div className="column-menu-head">
            <strong>{t("columns.title")}</strong>
            <Button variant="subtle" size="compact-sm" onClick={reset}>
              {t("columns.usual")}
            </Button>
          </div>
          {columnGroups.map((group) => (
            <fieldset key={group}>
              <legend>{t(`columns.${group}`)}</legend>
              {columnKeys
                .filter((key) => columnOf(key).group === group)
                .map((key) => (
                  <Checkbox
                    key={key}
                    size="sm"
                    label={t(`column.${key}`)}
                    disabled={key === "name"}
                    checked={chosen.includes(key)}
                    onChange={(event) =>
                      choose(
                        event.currentTarget.checked
                          ? [...chosen, key]
                          : chosen.filter((each) => each !== key),
                      )
                    }
                  />
                ))}
            </fieldset>
          ))}
        </div>
      </Popover.Dropdown>
    </Popover>
  );
}

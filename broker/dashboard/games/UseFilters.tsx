// Owns which figures are shown: the time, the class, the age and how it was played; and taking them along as a workbook.
import { Button, SegmentedControl, Select } from "@mantine/core";
import { IconFileSpreadsheet } from "@tabler/icons-react";
import { type AgeBand, ageBand as ageBands, type GameMode, gameMode } from "../../../protocol/game.ts";
import type { ClassId } from "../../../protocol/ids.ts";
import { gameExportPath } from "../client/contractRoutes.ts";
import { useHubQuery } from "../client/hubQuery.ts";
import { ClassSelect } from "../parts/ClassSelect.tsx";
import { type Days, type SpanName, spanNames } from "./spans.ts";
import { useTexts } from "./texts/useTexts.ts";

export type Wish = {
  readonly span: SpanName;
  readonly classId: ClassId | null;
  readonly ageBand: AgeBand | null;
  readonly mode: GameMode | null;
};

type UseFiltersProps = {
  readonly wish: Wish;
  readonly days: Days;
  readonly onChange: (wish: Wish) => void;
};

export function UseFilters({ wish, days, onChange }: UseFiltersProps) {
  const { t, common } = useTexts();
  const classes = useHubQuery("listClasses", {}).data ?? [];
  const address = `${gameExportPath}?${new URLSearchParams({
    ...days,
    ...(wish.classId === null ? {} : { classId: wish.classId }),
    ...(wish.ageBand === null ? {} : { ageBand: wish.ageBand }),
    ...(wish.mode === null ? {} : { mode: wish.mode }),
  })}`;
  return (
    <section className="game-filters" aria-label={t("filters")}>
      <SegmentedControl
        aria-label={t("span")}
        data={spanNames.map((value) => ({ value, label: t(`spans.${value}`) }))}
        value={wish.span}
        onChange={(value) =>
          onChange({ ...wish, span: spanNames.find((name) => name === value) ?? "weeks12" })
        }
      />
      <ClassSelect
        label={null}
        aria-label={t("class")}
        placeholder={t("allClasses")}
        clearable
        classes={classes}
        value={wish.classId}
        onChange={(value) =>
          onChange({ ...wish, classId: classes.find(({ id }) => id === value)?.id ?? null })
        }
      />
      <Select
        aria-label={t("age")}
        placeholder={t("allAges")}
        clearable
        data={ageBands.options.map((value) => ({ value, label: common(`ageBandShort.${value}`) }))}
        value={wish.ageBand}
        onChange={(value) =>
          onChange({ ...wish, ageBand: ageBands.options.find((band) => band === value) ?? null })
        }
      />
      <Select
        aria-label={t("modeOf")}
        placeholder={t("allModes")}
        clearable
        data={gameMode.options.map((value) => ({ value, label: t(`mode.${value}`) }))}
        value={wish.mode}
        onChange={(value) =>
          onChange({ ...wish, mode: gameMode.options.find((mode) => mode === value) ?? null })
        }
      />
      <Button
        component="a"
        href={address}
        download
        variant="default"
        leftSection={<IconFileSpreadsheet size={17} aria-hidden="true" />}
      >
        {t("export")}
      </Button>
    </section>
  );
}

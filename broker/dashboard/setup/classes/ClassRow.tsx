// Owns the row of one class: emblem, age, children, room, and what can be done with it.
import { ActionIcon, Button } from "@mantine/core";
import {
  IconArchive,
  IconArrowDown,
  IconArrowUp,
  IconGripVertical,
  IconPencil,
  IconRestore,
} from "@tabler/icons-react";
import type { PointerEvent } from "react";
import type { WholeClass } from "../../../api/school.ts";
import { Emblem } from "../../parts/Emblem.tsx";
import { useFormat } from "../../text/format.ts";
import { useTexts } from "../texts/useTexts.ts";

type ClassRowProps = {
  readonly schoolClass: WholeClass;
  readonly roomName: string | undefined;
  readonly first: boolean;
  readonly last: boolean;
  readonly dragged: boolean;
  readonly onGrip: (event: PointerEvent) => void;
  readonly onUp: () => void;
  readonly onDown: () => void;
  readonly onEdit: () => void;
  readonly onArchive: () => void;
};

export function ClassRow({ schoolClass, roomName, first, last, dragged, onGrip, ...does }: ClassRowProps) {
  const { t } = useTexts();
  const { name } = schoolClass;
  return (
    <li className="setup-row class-row" data-dragged={dragged || undefined} data-band={schoolClass.ageBand}>
      {/* For the pointer only; the arrows do the same from the keyboard. */}
      <span className="class-grip" title={t("class.drag")} onPointerDown={onGrip} aria-hidden="true">
        <IconGripVertical size={18} />
      </span>
      <Emblem name={schoolClass.emblem} size={36} />
      <ClassWords schoolClass={schoolClass} roomName={roomName} />
      <span className="setup-row-actions">
        <ActionIcon
          variant="subtle"
          color="gray"
          size="lg"
          disabled={first}
          aria-label={t("class.up", { name })}
          onClick={does.onUp}
        >
          <IconArrowUp size={18} />
        </ActionIcon>
        <ActionIcon
          variant="subtle"
          color="gray"
          size="lg"
          disabled={last}
          aria-label={t("class.down", { name })}
          onClick={does.onDown}
        >
          <IconArrowDown size={18} />
        </ActionIcon>
        <ActionIcon
          variant="subtle"
          color="gray"
          size="lg"
          aria-label={t("editOf", { name })}
          onClick={does.onEdit}
        >
          <IconPencil size={18} />
        </ActionIcon>
        <ActionIcon
          variant="subtle"
          color="gray"
          size="lg"
          aria-label={t("class.archive", { name })}
          title={t("class.archiveShort")}
          onClick={does.onArchive}
        >
          <IconArchive size={18} />
        </ActionIcon>
      </span>
    </li>
  );
}

type ArchivedRowProps = { readonly schoolClass: WholeClass; readonly onRestore: () => void };

export function ArchivedRow({ schoolClass, onRestore }: ArchivedRowProps) {
  const { t } = useTexts();
  return (
    <li className="setup-row class-archived">
      <Emblem name={schoolClass.emblem} size={32} />
      <ClassWords schoolClass={schoolClass} roomName={undefined} />
      <span className="setup-row-actions">
        <Button
          variant="default"
          size="compact-md"
          leftSection={<IconRestore size={16} />}
          aria-label={t("class.restoreOf", { name: schoolClass.name })}
          onClick={onRestore}
        >
          {t("class.restore")}
        </Button>
      </span>
    </li>
  );
}

function ClassWords({
  schoolClass,
  roomName,
}: {
  readonly schoolClass: WholeClass;
  readonly roomName: string | undefined;
}) {
  const { t, common } = useTexts();
  const format = useFormat();
  const { name, ageBand, children, archivedAt } = schoolClass;
  const parts = [
    common(`ageBandShort.${ageBand}`),
    ...(children === null ? [] : [t("class.childrenCount", { count: children })]),
    ...(archivedAt === null ? [roomName ?? t("class.noHomeRoom")] : []),
    ...(archivedAt === null ? [] : [t("class.archivedAt", { date: format.day(archivedAt) })]),
  ];
  return (
    <span className="setup-row-words">
      <strong>{name}</strong>
      <span className="soft small">{parts.join(" · ")}</span>
    </span>
  );
}

// Owns choosing one of the pictures that every screen carries.
import { Popover, UnstyledButton } from "@mantine/core";
import { useState } from "react";
import { type ClassroomPicture, classroomPictures } from "../../../protocol/documents/classroomPictures.ts";
import { useTexts } from "./texts/useTexts.ts";

const known: ReadonlySet<string> = new Set(classroomPictures);
const isKnown = (name: string): name is ClassroomPicture => known.has(name);

/** A name from an older set shows a star, as the screens do. */
export function ScreenPicture({ name, size }: { readonly name: string; readonly size?: number }) {
  const shown = isKnown(name) ? name : "glowing-star";
  return (
    <img
      src={`/emblems/${shown}.svg`}
      alt=""
      draggable={false}
      {...(size && { width: size, height: size })}
    />
  );
}

type PictureChoiceProps = {
  readonly value: string;
  readonly choices: readonly ClassroomPicture[];
  /** What the picture is for, read out before its name. */
  readonly label: string;
  readonly disabled?: boolean;
  readonly size?: number;
  readonly onChange: (name: string) => void;
};

export function PictureChoice({ value, choices, label, disabled, size = 36, onChange }: PictureChoiceProps) {
  const { t } = useTexts();
  const [open, setOpen] = useState(false);
  const name = (picture: string) => (isKnown(picture) ? t(`pictures.${picture}`) : picture);
  return (
    <Popover opened={open} onChange={setOpen} width={324} shadow="md" trapFocus withinPortal>
      <Popover.Target>
        <UnstyledButton
          className="picture-choice"
          disabled={disabled ?? false}
          aria-label={`${label}: ${name(value)}`}
          title={t("picture")}
          onClick={() => setOpen(!open)}
        >
          <ScreenPicture name={value} size={size} />
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown>
        <div className="picture-grid" role="listbox" aria-label={t("picture")}>
          {choices.map((choice) => (
            <UnstyledButton
              key={choice}
              role="option"
              aria-selected={choice === value}
              aria-label={name(choice)}
              title={name(choice)}
              className="picture-option"
              onClick={() => {
                onChange(choice);
                setOpen(false);
              }}
            >
              <ScreenPicture name={choice} size={32} />
            </UnstyledButton>
          ))}
        </div>
      </Popover.Dropdown>
    </Popover>
  );
}

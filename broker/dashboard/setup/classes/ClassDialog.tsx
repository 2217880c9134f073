// Owns the dialog that adds a class, or changes one.
import { Button, NativeSelect, NumberInput, SegmentedControl, TextInput } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { type AgeBand, ageBand as ageBands } from "../../../../protocol/game.ts";
import type { RoomId } from "../../../../protocol/ids.ts";
import type { WholeClass } from "../../../api/school.ts";
import { useHubMutation, useHubQuery } from "../../client/hubQuery.ts";
import { Dialog } from "../../parts/Dialog.tsx";
import { EmblemPicker } from "../../parts/EmblemPicker.tsx";
import { emblemNames } from "../../parts/emblemNames.ts";
import { FormError } from "../../parts/FormError.tsx";
import { fieldError, refreshClasses } from "../setupData.ts";
import { tellDone } from "../tellOutcome.tsx";
import { useTexts } from "../texts/useTexts.ts";

type ClassDialogProps = {
  readonly schoolClass: WholeClass | null;
  /** To propose an emblem that no class has, and to tell whose a room is. */
  readonly others: readonly WholeClass[];
  readonly onClose: () => void;
};

export const mostChildren = 60;

export function ClassDialog({ schoolClass, others, onClose }: ClassDialogProps) {
  const { t, common } = useTexts();
  const client = useQueryClient();
  const rooms = useHubQuery("listRooms", {});
  const add = useHubMutation("addClass");
  const change = useHubMutation("changeClass");
  const [tried, setTried] = useState(false);
  const [draft, setDraft] = useState(() => ({
    name: schoolClass?.name ?? "",
    emblem: schoolClass?.emblem ?? freeEmblem(others),
    ageBand: schoolClass?.ageBand ?? ("3-4" as AgeBand),
    children: schoolClass?.children ?? null,
    homeRoomId: schoolClass?.homeRoomId ?? null,
  }));
  const set = (part: Partial<typeof draft>) => {
    setDraft((before) => ({ ...before, ...part }));
    add.reset();
    change.reset();
  };
  const error = add.error ?? change.error;
  const missing = draft.name.trim() === "";
  const tooMany = draft.children !== null && (draft.children < 0 || draft.children > mostChildren);
  const onSuccess = async (saved: WholeClass) => {
    await refreshClasses(client);
    tellDone(schoolClass === null ? t("class.added", { name: saved.name }) : t("saved"));
    onClose();
  };
  const save = () => {
    setTried(true);
    if (missing || tooMany) return;
    const body = { ...draft, name: draft.name.trim() };
    if (schoolClass === null) add.mutate({ body }, { onSuccess });
    else change.mutate({ params: { classId: schoolClass.id }, body }, { onSuccess });
  };
  const homeRooms = (rooms.data ?? []).filter(
    ({ id, kind }) => kind === "classroom" || id === draft.homeRoomId,
  );
  const holderOf = (room: RoomId) => others.find(({ homeRoomId }) => homeRoomId === room)?.name;
  return (
    <Dialog
      opened
      onClose={onClose}
      size="lg"
      title={schoolClass === null ? t("class.newTitle") : t("class.editTitle")}
    >
      <form
        className="form-rows"
        autoComplete="off"
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <TextInput
          label={t("class.name")}
          placeholder={t("class.namePlaceholder")}
          maxLength={60}
          data-autofocus
          value={draft.name}
          error={tried && missing ? t("class.nameNeeded") : fieldError(error, "name")}
          onChange={({ currentTarget: { value } }) => set({ name: value })}
        />
        <EmblemPicker
          label={t("class.emblem")}
          hint={t("class.emblemHint")}
          value={draft.emblem}
          onChange={(emblem) => set({ emblem })}
        />
        <fieldset className="setup-fieldset">
          <legend>{t("class.ageBand")}</legend>
          <SegmentedControl
            fullWidth
            value={draft.ageBand}
            onChange={(value) => set({ ageBand: ageBands.parse(value) })}
            data={ageBands.options.map((each) => ({ value: each, label: common(`ageBandShort.${each}`) }))}
          />
        </fieldset>
        <div className="form-pair">
          <NumberInput
            label={t("class.children")}
            min={0}
            max={mostChildren}
            clampBehavior="none"
            allowDecimal={false}
            value={draft.children ?? ""}
            error={tooMany ? t("class.childrenRule") : fieldError(error, "children")}
            onChange={(value) => set({ children: typeof value === "number" ? value : null })}
          />
          <NativeSelect
            label={t("class.homeRoom")}
            value={draft.homeRoomId ?? ""}
            error={fieldError(error, "homeRoomId")}
            onChange={({ currentTarget: { value } }) =>
              set({ homeRoomId: homeRooms.find(({ id }) => id === value)?.id ?? null })
            }
            data={[
              { value: "", label: t("class.noHomeRoom") },
              ...homeRooms.map(({ id, name }) => {
                const holder = holderOf(id);
                return { value: id, label: holder === undefined ? name : `${name} (${holder})` };
              }),
            ]}
          />
        </div>
        <FormError error={error} />
        <div className="form-end">
          <Button variant="default" onClick={onClose}>
            {common("app.cancel")}
          </Button>
          <Button type="submit" loading={add.isPending || change.isPending}>
            {common("app.save")}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

const freeEmblem = (others: readonly WholeClass[]): string =>
  emblemNames.find((name) => others.every(({ emblem }) => emblem !== name)) ?? emblemNames[0];

// Owns bringing a timetable in from a workbook: drop a file, look at what it would change, take it in.
//
// For the timetable page: `<ImportDialog onClose={() => …} onTaken={(outcome) => …} />`, loaded lazily. `outcome` is a
// ChangeOutcome of broker/api/timetable.ts; with outcome "applied" its `changeSet` is for undo. `onTaken` is optional.
import { Button, Loader } from "@mantine/core";
import { IconCircleCheck, IconFileSpreadsheet } from "@tabler/icons-react";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type DragEvent, useRef, useState } from "react";
import type { ChangeOutcome } from "../../api/timetable.ts";
import { Dialog } from "../parts/Dialog.tsx";
import { FormError } from "../parts/FormError.tsx";
import { useFormat } from "../text/format.ts";
import { tellTaken } from "./tellTaken.tsx";
import { useTexts } from "./texts/useTexts.ts";
import { WrongRows } from "./WrongRows.tsx";
import { longestWorkbookBytes, sendWorkbook } from "./workbookFiles.ts";
import "./exchange.css";

export type ImportDialogProps = {
  readonly onClose: () => void;
  readonly onTaken?: (outcome: ChangeOutcome) => void;
  /** Address of a workbook to begin with; without it no template is offered. */
  readonly templateAddress?: string;
};

export function ImportDialog({ onClose, onTaken, templateAddress }: ImportDialogProps) {
  const t = useTexts();
  const client = useQueryClient();
  const [file, setFile] = useState<File | null>(null);
  const [tooLarge, setTooLarge] = useState(false);
  const read = useMutation({
    networkMode: "always",
    mutationFn: (given: File) => sendWorkbook(given, false),
  });
  const write = useMutation({
    networkMode: "always",
    mutationFn: (given: File) => sendWorkbook(given, true),
  });

  const take = (given: File | undefined) => {
    if (given === undefined) return;
    write.reset();
    setFile(given);
    setTooLarge(given.size > longestWorkbookBytes);
    if (given.size > longestWorkbookBytes) read.reset();
    else read.mutate(given);
  };
  const send = () => {
    if (file === null) return;
    write.mutate(file, {
      onSuccess(outcome) {
        if (outcome.outcome !== "readable" || outcome.written?.outcome !== "applied") return;
        for (const name of ["showWeek", "showSpan", "listDraft"])
          void client.invalidateQueries({ queryKey: [name] });
        tellTaken(t, client, outcome.written);
        onTaken?.(outcome.written);
        onClose();
      },
    });
  };
  const outcome = write.data ?? read.data;
  const name = file?.name ?? "";
  const writable = outcome?.outcome === "readable" && outcome.added + outcome.changed > 0;
  return (
    <Dialog opened onClose={onClose} title={t("importTitle")} size={760}>
      <div className="form-rows">
        {(file === null || tooLarge || read.isError) && (
          <DropField onFile={take} templateAddress={templateAddress} />
        )}
        {tooLarge && (
          <p className="exchange-problem" role="alert">
            {t("tooLarge")}
          </p>
        )}
        {read.isPending && (
          <p className="exchange-reading" role="status">
            <Loader size="sm" /> {t("reading", { name })}
          </p>
        )}
        {outcome?.outcome === "readable" && write.data === undefined && (
          <>
            <p className="exchange-good">
              <IconCircleCheck size={20} aria-hidden="true" /> {t("readable", { name })}
            </p>
            <dl className="exchange-counts">
              {(["added", "changed", "same"] as const).map((kind) => (
                <Count key={kind} count={outcome[kind]} name={t(kind)} />
              ))}
            </dl>
            {!writable && <p className="soft">{t("nothingNew")}</p>}
          </>
        )}
        {write.data?.outcome === "readable" && write.data.written?.outcome === "stale" && (
          <p className="exchange-problem" role="alert">
            {t("stale")}
          </p>
        )}
        {outcome?.outcome === "unreadable" && <WrongRows name={name} outcome={outcome} />}
        <FormError error={read.error ?? write.error} />
        <div className="form-end">
          {file !== null && !read.isPending && <FileButton onFile={take} label={t("another")} />}
          {writable && (
            <Button loading={write.isPending} disabled={write.data !== undefined} onClick={send}>
              {t("write")}
            </Button>
          )}
        </div>
      </div>
    </Dialog>
  );
}

function Count({ count, name }: { readonly count: number; readonly name: string }) {
  const format = useFormat();
  return (
    <div>
      <dd>{format.number(count)}</dd>
      <dt>{name}</dt>
    </div>
  );
}

type OnFile = { readonly onFile: (file: File | undefined) => void };

function DropField({ onFile, templateAddress }: OnFile & { readonly templateAddress: string | undefined }) {
  const t = useTexts();
  const [over, setOver] = useState(false);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    onFile(event.dataTransfer.files[0]);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is a shortcut; the button inside does the same by keyboard.
    <div
      className="exchange-drop"
      data-over={over ? "" : undefined}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <IconFileSpreadsheet size={40} stroke={1.4} aria-hidden="true" />
      <strong>{t("drop")}</strong>
      <span className="exchange-choose">
        <span className="soft">{t("orChoose")}</span>
        <FileButton onFile={onFile} label={t("choose")} />
      </span>
      <p className="soft small">{t("dropHint")}</p>
      {templateAddress !== undefined && (
        <a className="exchange-template" href={templateAddress} download>
          {t("template")}
        </a>
      )}
    </div>
  );
}

function FileButton({ onFile, label }: OnFile & { readonly label: string }) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <input
        ref={input}
        type="file"
        className="visually-hidden"
        accept=".xlsx,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        tabIndex={-1}
        aria-label={label}
        onChange={({ currentTarget }) => {
          onFile(currentTarget.files?.[0]);
          // The same file again, corrected, is a choice too.
          currentTarget.value = "";
        }}
      />
      <Button variant="default" onClick={() => input.current?.click()}>
        {label}
      </Button>
    </>
  );
}

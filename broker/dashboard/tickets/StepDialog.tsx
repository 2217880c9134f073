// Owns the dialog of a step that needs some words: why, what was done, or what is waited for; ready answers need one tap.
import { Button, Textarea } from "@mantine/core";
import { useState } from "react";
import type { TicketStep } from "../../api/ticketFlow.ts";
import type { TicketPage } from "../../api/tickets.ts";
import { useHubMutation } from "../client/hubQuery.ts";
import { Dialog } from "../parts/Dialog.tsx";
import { FormError } from "../parts/FormError.tsx";
import { useTexts } from "./texts/useTexts.ts";

type StepDialogProps = {
  readonly ticket: TicketPage;
  readonly step: TicketStep;
  readonly onDone: () => void;
  readonly onClose: () => void;
};

export function StepDialog({ ticket, step, onDone, onClose }: StepDialogProps) {
  const { t, language, examples } = useTexts();
  const take = useHubMutation("stepTicket");
  const [text, setText] = useState("");
  const [asked, setAsked] = useState(false);
  const needs = step.needs ?? "reason";
  const send = () => {
    setAsked(true);
    if (text.trim() === "") return;
    take.mutate(
      {
        params: { ticketId: ticket.ticketId },
        body: { step: step.code, revision: ticket.revision, text: text.trim() },
      },
      {
        onSuccess: () => {
          onDone();
          onClose();
        },
      },
    );
  };
  return (
    <Dialog opened onClose={onClose} title={step.name[language]} size="md">
      <div className="form-rows">
        <Textarea
          label={t(`needs.${needs}`)}
          autosize
          minRows={2}
          maxLength={1000}
          data-autofocus
          value={text}
          onChange={({ currentTarget }) => setText(currentTarget.value)}
          error={asked && text.trim() === "" ? t("needed") : null}
        />
        <div className="ticket-examples">
          {Object.values(examples[needs]).map((example) => (
            <Button key={example} variant="default" size="xs" onClick={() => setText(example)}>
              {example}
            </Button>
          ))}
        </div>
        <FormError error={take.error} />
        <div className="form-end">
          <Button onClick={send} loading={take.isPending}>
            {step.name[language]}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}

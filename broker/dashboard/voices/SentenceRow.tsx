// Owns one sentence in the list: what children hear now, what waits, and what can be done about it.
import { ActionIcon, Button, FileButton, Menu } from "@mantine/core";
import { IconDots, IconMicrophone, IconTrash, IconUpload } from "@tabler/icons-react";
import { useRef, useState } from "react";
import type { Recording, VoiceSentence } from "../../api/voices.ts";
import { useAccount, usePermission } from "../account/account.ts";
import { audioAddress } from "./audioAddress.ts";
import { Listen } from "./Listen.tsx";
import { SpeakerPicture } from "./SpeakerPicture.tsx";
import { givenName, voicesOf } from "./sentenceState.ts";
import { useTexts } from "./texts/useTexts.ts";
import { WithdrawDialog } from "./WithdrawDialog.tsx";

type SentenceRowProps = {
  readonly sentence: VoiceSentence;
  readonly locale: "vi" | "en";
  readonly onRecord: (file: Blob | null) => void;
};

export function SentenceRow({ sentence, locale, onRecord }: SentenceRowProps) {
  const { t } = useTexts();
  const me = useAccount().staffId;
  const records = usePermission("voices.record");
  const approves = usePermission("voices.approve");
  const [withdrawn, setWithdrawn] = useState<Recording | null>(null);
  const { text, picture, bundled, saidBy, recordings } = sentence;
  const { approved, waiting, returned, damaged } = voicesOf(sentence);
  const removable = recordings.filter(({ recordedById }) => approves || recordedById === me);
  const state = approved !== null ? "own" : waiting.length > 0 ? "waiting" : "machine";
  return (
    <li className="voice-row" data-state={state}>
      {picture !== null && <SpeakerPicture address={picture} size={48} />}
      <div className="voice-words">
        <p className="voice-text" lang={locale}>
          {text}
        </p>
        <p className="voice-marks small">
          {approved === null ? (
            <span className="tag">{bundled === null ? t("noMachine") : t("machine")}</span>
          ) : (
            <span className="tag voice-tag-own">{t("heardNow", { name: approved.recordedBy })}</span>
          )}
          {waiting.map(({ id, recordedBy }) => (
            <span key={id} className="tag voice-tag-waiting">
              {t("waits", { name: recordedBy })}
            </span>
          ))}
          {returned.map(({ id, reason }) => (
            <span key={id} className="voice-returned">
              {t("returned", { reason })}
            </span>
          ))}
          {damaged && <span className="voice-returned">{t("damaged")}</span>}
          {saidBy > 1 && <span className="soft">{t("sharedBy", { count: saidBy })}</span>}
        </p>
      </div>
      <div className="voice-actions">
        {approved === null && bundled !== null && (
          <Listen address={bundled} name={t("machineShort")} label={t("listenMachine", { text })} />
        )}
        {[...(approved === null ? [] : [approved]), ...waiting, ...returned.slice(0, 1)].map((each) => (
          <Listen
            key={each.id}
            address={audioAddress(each.id)}
            name={givenName(each.recordedBy)}
            label={t("listenTo", { name: each.recordedBy, text })}
            own
          />
        ))}
        {records && (
          <Button
            variant={state === "machine" ? "light" : "default"}
            leftSection={<IconMicrophone size={18} />}
            aria-label={t("recordSentence", { text })}
            onClick={() => onRecord(null)}
          >
            {t("record")}
          </Button>
        )}
        {records && (
          <RowMenu
            text={text}
            removable={removable}
            onFile={(file) => onRecord(file)}
            onWithdraw={setWithdrawn}
          />
        )}
      </div>
      {withdrawn !== null && <WithdrawDialog recording={withdrawn} onClose={() => setWithdrawn(null)} />}
    </li>
  );
}

type RowMenuProps = {
  readonly text: string;
  readonly removable: readonly Recording[];
  readonly onFile: (file: Blob) => void;
  readonly onWithdraw: (recording: Recording) => void;
};

function RowMenu({ text, removable, onFile, onWithdraw }: RowMenuProps) {
  const { t } = useTexts();
  // Made when it is first wanted: a game has two hundred rows.
  const [made, setMade] = useState(false);
  const [opened, setOpened] = useState(false);
  const choose = useRef<() => void>(null);
  const button = (
    <ActionIcon
      variant="subtle"
      color="gray"
      size={40}
      aria-label={t("more", { text })}
      aria-haspopup="menu"
      // Once there is a menu, it is its own affair.
      {...(made
        ? {}
        : {
            onClick: () => {
              setMade(true);
              setOpened(true);
            },
          })}
    >
      <IconDots size={20} />
    </ActionIcon>
  );
  if (!made) return button;
  return (
    <>
      {/* Outside of the menu, which is gone by the time somebody has chosen. */}
      <FileButton accept="audio/*" onChange={(file) => file !== null && onFile(file)}>
        {({ onClick }) => {
          choose.current = onClick;
          return null;
        }}
      </FileButton>
      <Menu opened={opened} onChange={setOpened} position="bottom-end" withinPortal>
        <Menu.Target>{button}</Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<IconUpload size={18} />} onClick={() => choose.current?.()}>
            {t("upload")}
          </Menu.Item>
          {removable.map((each) => (
            <Menu.Item
              key={each.id}
              color="red"
              leftSection={<IconTrash size={18} />}
              onClick={() => onWithdraw(each)}
            >
              {t("withdraw", { name: each.recordedBy })}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
    </>
  );
}

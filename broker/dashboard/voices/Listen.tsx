// Owns the button that plays a voice and says whose it is.
import { Button } from "@mantine/core";
import { IconPlayerPlayFilled, IconPlayerStopFilled } from "@tabler/icons-react";
import { usePlayer, usePlaying } from "./player.ts";
import { useTexts } from "./texts/useTexts.ts";

type ListenProps = {
  readonly address: string;
  /** Shown: whose voice. */
  readonly name: string;
  /** Said by a screen reader: whose voice and which words. */
  readonly label: string;
  /** A person's, not a machine's. */
  readonly own?: boolean;
  readonly disabled?: boolean;
};

export function Listen({ address, name, label, own = false, disabled = false }: ListenProps) {
  const { t } = useTexts();
  const player = usePlayer();
  const sounds = usePlaying(address);
  return (
    <Button
      className="voice-listen"
      variant={own ? "light" : "default"}
      radius="xl"
      size="sm"
      disabled={disabled}
      leftSection={sounds ? <IconPlayerStopFilled size={15} /> : <IconPlayerPlayFilled size={15} />}
      aria-label={sounds ? t("stop") : label}
      title={label}
      data-sounds={sounds}
      onClick={() => (sounds ? player.stop() : player.play(address))}
    >
      {name}
    </Button>
  );
}

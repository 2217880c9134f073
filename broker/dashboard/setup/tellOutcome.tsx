// Owns how the setup says what was done: a short line, with the way back where there is one.
import { Button } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useErrorText } from "../parts/errorText.ts";
import { useTexts } from "./texts/useTexts.ts";

const undoForMs = 12_000;

export const tellDone = (message: string) => notifications.show({ color: "lagoon", message });

/** `undo` brings back what was there; its own failure is told too. */
export function useTellWithUndo() {
  const { common } = useTexts();
  const errorText = useErrorText();
  return (message: string, undo: () => Promise<string>): void => {
    const id = notifications.show({
      color: "gray",
      autoClose: undoForMs,
      message: (
        <span className="setup-toast">
          {message}
          <Button variant="subtle" size="compact-sm" onClick={() => void takeBack()}>
            {common("app.undo")}
          </Button>
        </span>
      ),
    });
    async function takeBack(): Promise<void> {
      notifications.hide(id);
      try {
        tellDone(await undo());
      } catch (error) {
        notifications.show({ color: "red", message: errorText(error) });
      }
    }
  };
}

// Owns the line over figures that could not be asked for again: they stay, and say from when they are.
import { Button } from "@mantine/core";
import { useFormat } from "../text/format.ts";
import { useTexts } from "./texts/useTexts.ts";

type Asked = {
  readonly isError: boolean;
  readonly dataUpdatedAt: number;
  readonly refetch: () => Promise<unknown>;
};

export function StaleLine({ of }: { readonly of: Asked }) {
  const { t, common } = useTexts();
  const format = useFormat();
  if (!of.isError) return null;
  return (
    <p className="games-stale" role="status">
      {t("stale", { time: format.clock(of.dataUpdatedAt) })}{" "}
      <Button variant="subtle" size="compact-sm" onClick={() => void of.refetch()}>
        {common("app.retry")}
      </Button>
    </p>
  );
}

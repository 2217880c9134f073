// Owns the ages a game is for, in the colours that ages have everywhere.
import type { AgeBand } from "../../../protocol/game.ts";
import { useTexts } from "./texts/useTexts.ts";

export function AgePills({ ageBands }: { readonly ageBands: readonly AgeBand[] }) {
  const { t } = useTexts();
  return (
    <span className="age-pills">
      {ageBands.map((band) => (
        <span key={band} className="age-pill" data-band={band}>
          {band.replace("-", "–")}
        </span>
      ))}
      <span className="soft small">{t("years")}</span>
    </span>
  );
}

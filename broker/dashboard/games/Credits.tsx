// Owns whose work a game is made of, folded away until somebody asks.
import type { Credit } from "../../../protocol/game.ts";
import { pictureOf } from "./gameNames.ts";
import { useTexts } from "./texts/useTexts.ts";

export function Credits({
  gameId,
  credits,
}: {
  readonly gameId: string;
  readonly credits: readonly Credit[];
}) {
  const { t } = useTexts();
  return (
    <details className="game-credits">
      <summary>{t("credits")}</summary>
      {credits.length === 0 ? (
        <p className="soft small">
          {t("creditsInPack")}{" "}
          <a href={pictureOf(gameId, "CREDITS.md")} target="_blank" rel="noreferrer">
            {t("creditsOpen")}
          </a>
        </p>
      ) : (
        <>
          <p className="soft small">{t("creditsHint")}</p>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table is scrolled by keyboard too */}
          <section className="table-scroll" tabIndex={0} aria-label={t("credits")}>
            <table className="data-table">
              <thead>
                <tr>
                  <th>{t("creditFiles")}</th>
                  <th>{t("creditAuthor")}</th>
                  <th>{t("creditSource")}</th>
                  <th>{t("creditLicence")}</th>
                </tr>
              </thead>
              <tbody>
                {credits.map(({ files, author, source, licence }) => (
                  <tr key={files.join(" ")}>
                    <td className="game-credit-files">{files.join(", ")}</td>
                    <td>{author}</td>
                    <td>{source}</td>
                    <td>{licence}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </section>
        </>
      )}
    </details>
  );
}

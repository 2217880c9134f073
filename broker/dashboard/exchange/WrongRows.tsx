// Owns the list of what is wrong in a workbook: sheet, row, reason.
import type { ImportOutcome } from "../../api/exchange.ts";
import { useTexts } from "./texts/useTexts.ts";

type WrongRowsProps = {
  readonly name: string;
  readonly outcome: Extract<ImportOutcome, { outcome: "unreadable" }>;
};

export function WrongRows({ name, outcome: { problems, rows } }: WrongRowsProps) {
  const t = useTexts();
  return (
    <>
      <div className="exchange-problem" role="alert">
        <strong>{t("unreadable", { name })}</strong>
        {rows.length > 0 && <p>{t("unreadableHint")}</p>}
        {problems.map((problem) => (
          <p key={problem}>{problem}</p>
        ))}
      </div>
      {rows.length > 0 && (
        <div>
          <h3 className="exchange-rows-title">{t("wrongRows", { count: rows.length })}</h3>
          <div className="exchange-rows">
            <table className="data-table">
              <thead>
                <tr>
                  <th>{t("sheet")}</th>
                  <th className="figure">{t("row")}</th>
                  <th>{t("reason")}</th>
                </tr>
              </thead>
              <tbody>
                {rows.map(({ sheet, row, reasons }) => (
                  <tr key={`${sheet} ${row}`}>
                    <td>{sheet}</td>
                    <td className="figure">{row}</td>
                    <td>
                      {reasons.map((reason) => (
                        <div key={reason}>{reason}</div>
                      ))}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </div>
      )}
    </>
  );
}

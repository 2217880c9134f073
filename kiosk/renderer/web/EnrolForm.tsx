// Owns the form by which staff add a browser to a room.
import { type FormEvent, useEffect, useRef, useState } from "react";
import { deviceIdentity, enrolmentRefusal } from "../../../protocol/enrolment.ts";
import { failure, ok, type Result } from "../../../protocol/result.ts";
import { Scene } from "../scene/Scene.tsx";
import { wordsOf } from "../words.ts";
import styles from "./EnrolForm.module.css";
import type { WebIdentity } from "./webIdentity.ts";

type RefusalCode = keyof ReturnType<typeof wordsOf>["enrol"]["refused"];

export function EnrolForm({
  code: given,
  onEnrolled,
}: {
  readonly code: string;
  readonly onEnrolled: (identity: WebIdentity) => void;
}) {
  const words = wordsOf("vi").enrol;
  const [code, setCode] = useState(given);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<RefusalCode | null>(null);
  const tried = useRef(false);

  const claim = async (text: string) => {
    setBusy(true);
    setProblem(null);
    const answer = await claimIdentity(text);
    setBusy(false);
    if (answer.ok) onEnrolled(answer.value);
    else setProblem(answer.code);
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: a code in the address is tried once
  useEffect(() => {
    if (given === "" || tried.current) return;
    tried.current = true;
    void claim(given);
  }, []);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void claim(code);
  };
  return (
    <Scene part="day" houses>
      <form className={styles["form"]} onSubmit={submit}>
        <h1>{words.title}</h1>
        <p>{words.text}</p>
        <input
          value={code}
          onChange={(event) => setCode(event.target.value.toUpperCase().slice(0, 12))}
          aria-label={words.code}
          placeholder="ABCD-EFGH"
          autoComplete="off"
          spellCheck={false}
          // biome-ignore lint/a11y/noAutofocus: the only thing to do here
          autoFocus
        />
        <p className={styles["problem"]} role="alert">
          {problem === null ? "\u00a0" : words.refused[problem]}
        </p>
        <button type="submit" disabled={busy || code.replace(/[\s-]/g, "").length < 8}>
          {busy ? words.adding : words.add}
        </button>
      </form>
    </Scene>
  );
}

async function claimIdentity(code: string): Promise<Result<WebIdentity, RefusalCode>> {
  try {
    const answer = await fetch("/api/enrolments/claim", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ code, via: "web", hostname: navigator.userAgent.slice(0, 200) }),
    });
    const body: unknown = await answer.json();
    if (answer.ok) {
      const identity = deviceIdentity.safeParse(body);
      if (identity.success) return ok({ deviceId: identity.data.deviceId, secret: identity.data.secret });
      return failure("UNREACHABLE", identity.error.message);
    }
    const refusal = enrolmentRefusal.safeParse((body as { code?: unknown } | null)?.code);
    return refusal.success
      ? failure(refusal.data, `HTTP ${answer.status}`)
      : failure(answer.status === 429 ? "TOO_MANY_TRIES" : "UNREACHABLE", `HTTP ${answer.status}`);
  } catch (error) {
    return failure("UNREACHABLE", String(error));
  }
}

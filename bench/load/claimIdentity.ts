// Owns a simulated device's enrolment: the same claim that the agent makes.
import { deviceIdentity } from "../../protocol/enrolment.ts";

export async function claimIdentity(hub: string, code: string) {
  const response = await fetch(`${hub}/api/enrolments/claim`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ code, via: "agent", hostname: "simulated" }),
  });
  if (!response.ok) throw new Error(`the hub refused the claim: ${response.status} ${await response.text()}`);
  return { ...deviceIdentity.parse(await response.json()), hubUrl: hub };
}

// Owns how a dialog shows that the hub refused what was asked.
import { Alert } from "@mantine/core";
import { IconAlertTriangle } from "@tabler/icons-react";
import { ApiError } from "../client/apiError.ts";
import { useErrorText } from "./errorText.ts";

export function FormError({ error }: { readonly error: Error | null }) {
  const errorText = useErrorText();
  if (error === null) return null;
  const fields = error instanceof ApiError ? Object.values(error.fields) : [];
  return (
    <Alert color="red" role="alert" icon={<IconAlertTriangle size={20} />}>
      {errorText(error)}
      {fields.map((field) => (
        <div key={field}>{field}</div>
      ))}
    </Alert>
  );
}

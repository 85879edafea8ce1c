import { useId } from "preact/hooks";
import { knownZones } from "../time/zones.ts";
import { TextField } from "./Field.tsx";

interface ZoneFieldProps {
  label: string;
  hint?: string;
  wrong?: string | undefined;
  optional?: boolean;
  value: string;
  onValue: (zone: string) => void;
}

/** A time zone by name, with every known one to choose from. */
export function ZoneField(props: ZoneFieldProps) {
  const list = useId();
  return (
    <>
      <TextField {...props} list={list} autocomplete="off" spellcheck={false} />
      <datalist id={list}>
        {knownZones().map((zone) => (
          <option key={zone} value={zone} />
        ))}
      </datalist>
    </>
  );
}

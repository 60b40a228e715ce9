import type { ComponentProps } from "react";

/**
 * As high as its text, up to what its style allows. The same text lies unseen beside it and holds the place open: nothing
 * is measured, so what is around it is never laid out for another height, not for a moment.
 */
export function GrowingTextarea(properties: ComponentProps<"textarea"> & { value: string }) {
  const { value, className = "" } = properties;
  return (
    <span className="growing">
      <span className={`growing-text ${className}`} data-text={value} />
      <textarea rows={1} {...properties} />
    </span>
  );
}

import { type ComponentProps, useLayoutEffect, useRef } from "react";

const knowsFieldSizing = CSS.supports("field-sizing", "content");

/** As high as its text, up to what its style allows. */
export function GrowingTextarea(properties: ComponentProps<"textarea">) {
  const own = useRef<HTMLTextAreaElement>(null);
  const { ref = own, value } = properties;
  useLayoutEffect(() => {
    const area = typeof ref === "object" ? ref?.current : null;
    if (knowsFieldSizing || !area) return;
    area.style.height = "auto";
    area.style.height = `${area.scrollHeight}px`;
  }, [ref, value]);
  return <textarea rows={1} {...properties} ref={ref} />;
}

import { useEffect, useId, useRef, useState } from 'preact/hooks';
import type { ComponentChild } from 'preact';

interface DownloadsProps {
  readonly title: string;
  readonly onPick: (format: 'SVG' | 'PNG' | 'CSV') => void;
}

/** A button that unfolds into one for each format. */
export function Downloads({ title, onPick }: DownloadsProps): ComponentChild {
  const [open, setOpen] = useState(false);
  const id = useId();
  const root = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);

  useEffect(() => {
    if (!open) return;
    const elsewhere = (event: Event) => {
      if (event.target instanceof Node && !root.current?.contains(event.target)) setOpen(false);
    };
    document.addEventListener('pointerdown', elsewhere);
    document.addEventListener('focusin', elsewhere);
    return () => {
      document.removeEventListener('pointerdown', elsewhere);
      document.removeEventListener('focusin', elsewhere);
    };
  }, [open]);

  const close = () => {
    setOpen(false);
    button.current?.focus();
  };
  const key = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !open) return;
    event.stopPropagation();
    close();
  };

  return (
    <div class="plot-downloads" ref={root} onKeyDown={key}>
      <button
        type="button"
        class="plot-tool"
        ref={button}
        aria-expanded={open}
        aria-controls={id}
        onClick={() => setOpen(!open)}
      >
        Download<span class="plot-hidden"> {title}</span>
      </button>
      <ul id={id} class="plot-formats" hidden={!open}>
        {(['SVG', 'PNG', 'CSV'] as const).map((format) => (
          <li key={format}>
            <button
              type="button"
              onClick={() => {
                close();
                onPick(format);
              }}
            >
              {format}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}

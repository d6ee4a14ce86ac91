/** A button that shows a drawing of 16 × 16 and is called by its name. */
export function IconButton({
  name,
  path,
  class: icon,
  onClick,
  isDisabled = false,
}: {
  name: string;
  path: string;
  /** Of the drawing. */
  class: string;
  onClick: () => void;
  isDisabled?: boolean;
}) {
  return (
    <button
      type="button"
      class="button button-icon"
      aria-label={name}
      title={name}
      disabled={isDisabled}
      onClick={onClick}
    >
      <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
        <path class={icon} d={path} />
      </svg>
    </button>
  );
}

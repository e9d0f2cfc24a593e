/** The sign: a claim check, whose stub is a ticket and whose body is a pass. */
export function Mark() {
  return (
    <svg width="30" height="22" viewBox="0 0 30 22" aria-hidden="true" focusable="false">
      <path
        d="M3 1h24a2 2 0 0 1 2 2v5a3 3 0 0 0 0 6v5a2 2 0 0 1-2 2H3a2 2 0 0 1-2-2v-5a3 3 0 0 0 0-6V3a2 2 0 0 1 2-2Z"
        fill="var(--ticket)"
      />
      <path d="M10.5 4v2.4 M10.5 9.8v2.4 M10.5 15.6V18" stroke="var(--card)" strokeWidth="1.6" strokeLinecap="round" />
      <path d="M14 6h3.4v10H14z" fill="var(--header-fill)" />
      <path d="M18 6h3.4v10H18z" fill="var(--payload-fill)" />
      <path d="M22 6h3.4v10H22z" fill="var(--signature-fill)" />
    </svg>
  );
}

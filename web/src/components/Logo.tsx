/** A doorway that is also a speech bubble; the light at the door is on: somebody is in. The favicon is the same. */
export function Logo({ size = 32 }: { size?: number }) {
  return (
    <svg className="logo" viewBox="0 0 32 32" width={size} height={size} aria-hidden="true">
      <path
        className="logo-wall"
        d="M16 2C9.400 2 4 7.400 4 14v15.200c0 .7.800 1 1.300.5L9.600 26H26a2 2 0 0 0 2-2V14C28 7.400 22.600 2 16 2Z"
      />
      <path
        className="logo-door"
        d="M16 7.500a6.500 6.500 0 0 0-6.500 6.500v7h13v-7A6.500 6.500 0 0 0 16 7.500Z"
      />
      <circle className="logo-wall" cx="19" cy="15.500" r="1.800" />
    </svg>
  );
}

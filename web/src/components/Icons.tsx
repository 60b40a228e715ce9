import type { ReactNode } from "react";

/** Our own few, drawn on a 20 × 20 grid; they say nothing by themselves, the buttons around them do. */
function Icon({ children }: { children: ReactNode }) {
  return (
    <svg
      className="icon"
      viewBox="0 0 20 20"
      width="20"
      height="20"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.6"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      {children}
    </svg>
  );
}

export const MenuIcon = () => (
  <Icon>
    <path d="M3 5.500h14M3 10h14M3 14.500h9" />
  </Icon>
);
export const PeopleIcon = () => (
  <Icon>
    <circle cx="7.500" cy="7" r="3" />
    <path d="M2.500 16.500c.4-3 2.300-4.500 5-4.500s4.600 1.500 5 4.500M12.500 4.300a3 3 0 0 1 0 5.400M14.300 12.300c1.800.6 2.900 2 3.200 4.200" />
  </Icon>
);
export const SendIcon = () => (
  <Icon>
    <path d="M10 16V4.500M5 9l5-5 5 5" />
  </Icon>
);
export const PlusIcon = () => (
  <Icon>
    <path d="M10 4v12M4 10h12" />
  </Icon>
);
export const DownIcon = () => (
  <Icon>
    <path d="M10 4v11.500M5 11l5 5 5-5" />
  </Icon>
);
export const ClockIcon = () => (
  <Icon>
    <circle cx="10" cy="10" r="6.500" />
    <path d="M10 6.500V10l2.300 1.500" />
  </Icon>
);
export const AlertIcon = () => (
  <Icon>
    <circle cx="10" cy="10" r="7" />
    <path d="M10 6.300v4.500M10 13.600v.1" />
  </Icon>
);
export const EyeIcon = ({ open }: { open: boolean }) => (
  <Icon>
    <path d="M2 10s2.800-5 8-5 8 5 8 5-2.800 5-8 5-8-5-8-5Z" />
    <circle cx="10" cy="10" r="2.300" />
    {open && <path d="M4 16 16 4" />}
  </Icon>
);
export const CloseIcon = () => (
  <Icon>
    <path d="m5 5 10 10M15 5 5 15" />
  </Icon>
);
export const PencilIcon = () => (
  <Icon>
    <path d="m4 16 .8-3.300L13.200 4.300a1.400 1.400 0 0 1 2 0l.5.5a1.400 1.400 0 0 1 0 2l-8.400 8.400L4 16Z" />
  </Icon>
);
export const BinIcon = () => (
  <Icon>
    <path d="M4 5.500h12M8 5.500V4h4v1.500M5.500 5.500l.7 10.500h7.600l.7-10.500M8.500 9v4M11.500 9v4" />
  </Icon>
);
export const SmileIcon = () => (
  <Icon>
    <circle cx="10" cy="10" r="7" />
    <path d="M7 11.800c.8 1.200 1.800 1.700 3 1.700s2.200-.5 3-1.700M7.500 8v.1M12.500 8v.1" />
  </Icon>
);
export const CheckIcon = () => (
  <Icon>
    <path d="m4.500 10.500 3.500 3.500 7.500-8" />
  </Icon>
);
export const ReplyIcon = () => (
  <Icon>
    <path d="M8 5 3.500 9.500 8 14M4 9.500h7.500c3 0 5 2 5 5v1" />
  </Icon>
);
export const PhoneIcon = () => (
  <Icon>
    <rect x="6" y="2.500" width="8" height="15" rx="1.800" />
    <path d="M9.200 15h1.600" />
  </Icon>
);
export const LaptopIcon = () => (
  <Icon>
    <rect x="4" y="4" width="12" height="8.500" rx="1.300" />
    <path d="M2 15.500h16" />
  </Icon>
);
export const LockIcon = () => (
  <Icon>
    <rect x="4.500" y="9" width="11" height="7.500" rx="1.500" />
    <path d="M7 9V6.500a3 3 0 0 1 6 0V9" />
  </Icon>
);
export const InfoIcon = () => (
  <Icon>
    <circle cx="10" cy="10" r="7" />
    <path d="M10 9.500v4M10 6.500v.1" />
  </Icon>
);
export const MoreIcon = () => (
  <Icon>
    <path d="M4.500 10v.1M10 10v.1M15.500 10v.1" />
  </Icon>
);
export const LinkIcon = () => (
  <Icon>
    <path d="M8.500 11.500a3 3 0 0 0 4.200 0l3-3a3 3 0 0 0-4.200-4.200l-.8.8M11.500 8.500a3 3 0 0 0-4.200 0l-3 3a3 3 0 0 0 4.200 4.200l.8-.8" />
  </Icon>
);
export const UpIcon = () => (
  <Icon>
    <path d="M10 16V4.500M5 9l5-5 5 5" />
  </Icon>
);
export const MutedIcon = () => (
  <Icon>
    <path d="M5.500 8.500a4.500 4.500 0 0 1 7-3.700M14.500 9c0 4 1.500 4.500 1.500 5H6M8.500 16.500c.8.7 2.200.7 3 0M3.500 3.500l13 13M5.500 8.500c0 4-1.500 5-1.500 5.500" />
  </Icon>
);
export const HashIcon = () => (
  <Icon>
    <path d="M8 4.500 6.500 15.500M13.500 4.500 12 15.500M4.500 8h11.500M4 12h11.500" />
  </Icon>
);
